package koalens.backend.analysis.advice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Short marks of texts: the first 16 hexadecimal digits of their digest.
final class Digests {
  private static final int BYTES = 8;

  private Digests() {}

  static String sha256(String text) {
    try {
      return mark(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String mark(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }
}
