package koalens.backend.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a text. For what is random and long, which needs no slow hash.
///
/// @param hex 64 hexadecimal digits
record TokenDigest(String hex) {
  static TokenDigest of(String text) {
    try {
      byte[] octets =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new TokenDigest(HexFormat.of().formatHex(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] octets() {
    return HexFormat.of().parseHex(hex);
  }
}
