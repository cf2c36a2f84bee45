package koalens.backend.comparison.log;

import java.util.Arrays;

/// A column of whole numbers. Takes no memory until one of them differs from the standard.
final class Longs {
  private final long standard;
  private long[] values = {};

  Longs(long standard) {
    this.standard = standard;
  }

  long get(int row) {
    return row < values.length ? values[row] : standard;
  }

  void set(int row, long value) {
    if (values.length == 0) {
      if (value == standard) {
        return;
      }
      values = new long[CallBlock.ROWS];
      Arrays.fill(values, standard);
    }
    values[row] = value;
  }
}
