package koalens.engine.knowledge;

/// Which three letters stand side by side in any name, one bit for each three: what holds others
/// need not be looked up. Letters are told apart by their places among the commonest; all rare ones
/// count as one. Immutable and thread-safe.
final class LetterTriples {
  private static final int LETTER_BITS = 5;

  /// How many bytes they take.
  static final int BYTES = 1 << (3 * LETTER_BITS - 3);

  private final byte[] bits;

  /// @param bits [#BYTES] of them, as [#add] fills them
  LetterTriples(byte[] bits) {
    this.bits = bits;
  }

  static void add(int first, int second, int third, byte[] bits) {
    int index = index(first, second, third);
    bits[index >>> 3] |= (byte) (1 << (index & 7));
  }

  boolean has(int first, int second, int third) {
    int index = index(first, second, third);
    return (bits[index >>> 3] & (1 << (index & 7))) != 0;
  }

  private static int index(int first, int second, int third) {
    return ((first << LETTER_BITS | second) << LETTER_BITS) | third;
  }

  byte[] bytes() {
    return bits.clone();
  }
}
