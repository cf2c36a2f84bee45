package koalens.backend.comparison.log;

/// A column of whole numbers, as narrow as they allow: no memory while all are the standard, then
/// one, two, four or eight bytes each.
final class Column {
  private final int rows;
  private final long standard;
  private int width;
  private byte[] bytes = {};
  private short[] shorts = {};
  private int[] ints = {};
  private long[] longs = {};

  /// @param rows how many numbers
  /// @param standard what each is at first: narrowest are those near it
  Column(int rows, long standard) {
    this.rows = rows;
    this.standard = standard;
  }

  /// Whether none was ever set to anything but the standard.
  boolean isStandard() {
    return width == 0;
  }

  long get(int row) {
    return standard + above(row);
  }

  // What it is above the standard; wraps around as the addition does.
  private long above(int row) {
    return switch (width) {
      case 0 -> 0;
      case Byte.BYTES -> bytes[row];
      case Short.BYTES -> shorts[row];
      case Integer.BYTES -> ints[row];
      default -> longs[row];
    };
  }

  void set(int row, long value) {
    long above = value - standard;
    int needed = widthOf(above);
    if (needed > width) {
      widen(needed);
    }
    put(row, above);
  }

  void add(int row, long value) {
    if (value != 0) {
      set(row, get(row) + value);
    }
  }

  private static int widthOf(long above) {
    if (above == (byte) above) {
      return above == 0 ? 0 : Byte.BYTES;
    }
    if (above == (short) above) {
      return Short.BYTES;
    }
    return above == (int) above ? Integer.BYTES : Long.BYTES;
  }

  private void put(int row, long above) {
    switch (width) {
      case 0 -> {}
      case Byte.BYTES -> bytes[row] = (byte) above;
      case Short.BYTES -> shorts[row] = (short) above;
      case Integer.BYTES -> ints[row] = (int) above;
      default -> longs[row] = above;
    }
  }

  private void widen(int needed) {
    var wider = new Column(rows, 0);
    wider.allot(needed);
    if (!isStandard()) {
      for (int row = 0; row < rows; row++) {
        wider.put(row, above(row));
      }
    }
    keep(wider);
  }

  private void allot(int needed) {
    width = needed;
    switch (width) {
      case Byte.BYTES -> bytes = new byte[rows];
      case Short.BYTES -> shorts = new short[rows];
      case Integer.BYTES -> ints = new int[rows];
      default -> longs = new long[rows];
    }
  }

  /// Makes all of them the standard again, and gives their memory back.
  void clear() {
    keep(new Column(0, 0));
  }

  private void keep(Column other) {
    width = other.width;
    bytes = other.bytes;
    shorts = other.shorts;
    ints = other.ints;
    longs = other.longs;
  }
}
