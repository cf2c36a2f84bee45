package koalens.backend.comparison.log;

/// Whole lines of a log. Owns its bytes.
final class Block {
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final boolean afterTooLong;
  private final int linesBefore;

  /// @param bytes the lines stand in these
  /// @param from first place
  /// @param to behind the last place
  /// @param afterTooLong whether something too long was passed over before
  /// @param linesBefore line breaks in what was passed over
  Block(byte[] bytes, int from, int to, boolean afterTooLong, int linesBefore) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.afterTooLong = afterTooLong;
    this.linesBefore = linesBefore;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  boolean afterTooLong() {
    return afterTooLong;
  }

  int linesBefore() {
    return linesBefore;
  }
}
