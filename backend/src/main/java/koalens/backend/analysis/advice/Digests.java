package koalens.backend.analysis.advice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Short marks of texts: the first 16 hexadecimal digits of their digest.
final class Digests {
  private static final int BYTES = 8;
  private static final String HMAC = "HmacSHA256";

  private Digests() {}

  static String sha256(String text) {
    try {
      return mark(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// A mark from which nobody without the key can tell the text by trying.
  static String keyed(String key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(bytes(key), HMAC));
      return mark(mac.doFinal(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String mark(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }
}
