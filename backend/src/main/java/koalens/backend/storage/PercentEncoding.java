package koalens.backend.storage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Percent-encoding as RFC 3986 has it: `+` is a plus sign, unlike in the JDK's decoder of forms.
final class PercentEncoding {
  private PercentEncoding() {}

  /// The text that was encoded.
  ///
  /// @throws IllegalArgumentException when a `%` stands alone or the bytes are no UTF-8
  static String decoded(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] == '%') {
        bytes.write(octet(encoded, i));
        i += 2;
      } else {
        bytes.write(encoded[i]);
      }
    }
    return text(bytes.toByteArray());
  }

  private static int octet(byte[] encoded, int at) {
    int high = at + 2 < encoded.length ? Character.digit(encoded[at + 1], 16) : -1;
    int low = high < 0 ? -1 : Character.digit(encoded[at + 2], 16);
    if (low < 0) {
      throw new IllegalArgumentException("has a % that encodes nothing: write % itself as %25");
    }
    return (high << 4) | low;
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("has %00 in it, which no database takes");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("has percent-encoded bytes that are not UTF-8");
    }
  }
}
