package koalens.backend.comparison.log;

import java.util.Arrays;

/// Lines of a log with the same message have their fields in the same order. The name that stood at
/// a place last time is looked for there first, so that most names are compared once and never
/// searched for. Not thread-safe.
final class NameOrder {
  private static final int MOST = 64;
  private static final int ORDERS = 8;

  private final byte[][] names = new byte[ORDERS * MOST][];
  private final Field[] fields = new Field[ORDERS * MOST];
  private int order;

  NameOrder() {
    Arrays.fill(names, new byte[0]);
    Arrays.fill(fields, Field.OTHER);
  }

  /// Begins a line.
  void begin() {
    order = 0;
  }

  /// The line has a message so long: which tells kinds of lines apart.
  void message(int length) {
    order = length % ORDERS * MOST;
  }

  /// Where the name that is expected ends, its quote before it; 0 when another stands there.
  ///
  /// @param place the how manieth name of the object
  int end(int place, byte[] bytes, int from, int to) {
    if (place >= MOST) {
      return 0;
    }
    byte[] name = names[order + place];
    int end = from + name.length;
    return end <= to && name.length > 0 && Arrays.equals(name, 0, name.length, bytes, from, end)
        ? end
        : 0;
  }

  /// The field of the name that was expected.
  Field field(int place) {
    return fields[order + place];
  }

  /// From now on the name is expected there.
  ///
  /// @param to behind its closing quote
  void expect(int place, Field field, byte[] bytes, int from, int to) {
    if (place < MOST) {
      names[order + place] = Arrays.copyOfRange(bytes, from, to);
      fields[order + place] = field;
    }
  }
}
