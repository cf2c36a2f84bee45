package koalens.backend.comparison;

import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A number for each of some calls, most of them worked out when they are asked for: of millions of
/// calls little is kept twice. No number stands for what is not known.
///
/// @param size how many
/// @param numbers from 0 on
record Series(int size, IntToDoubleFunction numbers) {
  private static final byte NOT_KNOWN = -1;

  static Series of(double... numbers) {
    return new Series(numbers.length, i -> numbers[i]);
  }

  /// Ones and zeros, worked out once and kept in a byte each.
  static Series ofShare(int size, IntToDoubleFunction hits) {
    byte[] kept = new byte[size];
    for (int i = 0; i < size; i++) {
      double hit = hits.applyAsDouble(i);
      kept[i] = Double.isNaN(hit) ? NOT_KNOWN : (byte) hit;
    }
    return new Series(size, i -> kept[i] == NOT_KNOWN ? Double.NaN : kept[i]);
  }

  double at(int index) {
    return numbers.applyAsDouble(index);
  }

  DoubleStream stream() {
    return IntStream.range(0, size).mapToDouble(numbers);
  }

  /// Those that are known.
  double[] known() {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += Double.isNaN(at(i)) ? 0 : 1;
    }
    double[] known = new double[count];
    int next = 0;
    for (int i = 0; i < size; i++) {
      double number = at(i);
      if (!Double.isNaN(number)) {
        known[next++] = number;
      }
    }
    return known;
  }
}
