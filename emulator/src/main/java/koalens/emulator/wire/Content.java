package koalens.emulator.wire;

import java.nio.charset.StandardCharsets;

/// Bytes of a body. Whoever holds them leaves them as they are.
public final class Content {
  /// No bytes.
  public static final Content EMPTY = new Content(new byte[0]);

  private final byte[] bytes;

  private Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /// These bytes, not copied.
  public static Content of(byte[] bytes) {
    return new Content(bytes);
  }

  /// The text in UTF-8.
  public static Content of(String text) {
    return new Content(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The bytes themselves, not a copy: bodies have megabytes.
  public byte[] bytes() {
    return bytes;
  }

  /// How many.
  public int length() {
    return bytes.length;
  }
}
