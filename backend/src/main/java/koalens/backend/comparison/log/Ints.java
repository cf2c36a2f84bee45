package koalens.backend.comparison.log;

/// A column of small numbers, 0 at first. Takes no memory while all are 0.
final class Ints {
  private int[] values = {};

  int get(int row) {
    return row < values.length ? values[row] : 0;
  }

  void set(int row, int value) {
    if (values.length == 0) {
      if (value == 0) {
        return;
      }
      values = new int[CallBlock.ROWS];
    }
    values[row] = value;
  }

  void add(int row, int value) {
    set(row, get(row) + value);
  }
}
