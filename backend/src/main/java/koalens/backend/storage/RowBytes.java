package koalens.backend.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A row as bytes, for the journal: the time, then each text as its length and UTF-8; an absent
/// user has length -1.
final class RowBytes {
  private static final int ABSENT = -1;

  private RowBytes() {}

  static byte[] of(AnalysisRow row) {
    byte[][] texts = texts(row);
    byte[] user = bytes(row.userId().orElse(""));
    int length = Long.BYTES + Integer.BYTES + user.length;
    for (byte[] text : texts) {
      length += Integer.BYTES + text.length;
    }
    var bytes = ByteBuffer.allocate(length).putLong(row.analyzedAt());
    bytes.putInt(row.userId().isPresent() ? user.length : ABSENT).put(user);
    for (byte[] text : texts) {
      bytes.putInt(text.length).put(text);
    }
    return bytes.array();
  }

  private static byte[][] texts(AnalysisRow row) {
    return new byte[][] {
      bytes(row.id()),
      bytes(row.status()),
      bytes(row.provider()),
      bytes(row.knowledge()),
      bytes(row.requestId()),
      bytes(row.labelText()),
      bytes(row.document())
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The row that [#of(AnalysisRow)] made the bytes of.
  static AnalysisRow read(ByteBuffer bytes) {
    long analyzedAt = bytes.getLong();
    int user = bytes.getInt();
    Optional<String> userId = user == ABSENT ? Optional.empty() : Optional.of(text(bytes, user));
    return new AnalysisRow(
        text(bytes),
        analyzedAt,
        userId,
        text(bytes),
        text(bytes),
        text(bytes),
        text(bytes),
        text(bytes),
        text(bytes));
  }

  private static String text(ByteBuffer bytes) {
    return text(bytes, bytes.getInt());
  }

  private static String text(ByteBuffer bytes, int length) {
    var text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
