package koalens.backend.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A row as bytes, for the journal: the version of this form, the time, then each text as its
/// length and UTF-8; an absent user or person has length -1. Reads the first form too, which had
/// neither version nor person: a newer build finds what an older one left.
final class RowBytes {
  private static final int ABSENT = -1;

  // The first form begins with a time, which is never negative.
  private static final int SECOND_FORM = -2;

  private RowBytes() {}

  static byte[] of(AnalysisRow row) {
    byte[][] texts = texts(row);
    byte[] user = bytes(row.userId().orElse(""));
    byte[] person = bytes(row.person().orElse(""));
    int length = Long.BYTES + 3 * Integer.BYTES + user.length + person.length;
    for (byte[] text : texts) {
      length += Integer.BYTES + text.length;
    }
    var bytes = ByteBuffer.allocate(length).putInt(SECOND_FORM).putLong(row.analyzedAt());
    bytes.putInt(row.userId().isPresent() ? user.length : ABSENT).put(user);
    bytes.putInt(row.person().isPresent() ? person.length : ABSENT).put(person);
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
    boolean second = bytes.getInt(bytes.position()) == SECOND_FORM;
    if (second) {
      bytes.getInt();
    }
    long analyzedAt = bytes.getLong();
    Optional<String> userId = optional(bytes);
    Optional<String> person = second ? optional(bytes) : Optional.empty();
    return new AnalysisRow(
        text(bytes),
        analyzedAt,
        userId,
        person,
        text(bytes),
        text(bytes),
        text(bytes),
        text(bytes),
        text(bytes),
        text(bytes));
  }

  private static Optional<String> optional(ByteBuffer bytes) {
    int length = bytes.getInt();
    return length == ABSENT ? Optional.empty() : Optional.of(text(bytes, length));
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
