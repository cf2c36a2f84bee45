package koalens.backend.experiment.statistics;

import java.util.Arrays;

/// Numbers in order, asked for their quantiles. Infinity stands for what never ended. Immutable.
public final class Ordered {
  private final double[] values;
  private final double factor;

  private Ordered(double[] sorted, double factor) {
    this.values = sorted;
    this.factor = factor;
  }

  /// Copies and sorts.
  ///
  /// @throws IllegalArgumentException when one is no number
  public static Ordered of(double... values) {
    return sorting(values.clone());
  }

  /// Sorts the array and keeps it: nobody else may use it.
  ///
  /// @throws IllegalArgumentException when one is no number
  public static Ordered sorting(double... values) {
    Arrays.sort(values);
    if (values.length > 0 && Double.isNaN(values[values.length - 1])) {
      throw new IllegalArgumentException("what is no number has no order");
    }
    return new Ordered(values, 1);
  }

  /// How many.
  public int size() {
    return values.length;
  }

  /// The one at the place, counted from 1.
  public double at(int place) {
    return values[place - 1] * factor;
  }

  /// The quantile between the neighbours (Hyndman and Fan 1996, type 7, as R and NumPy have it).
  ///
  /// @param probability from 0 to 1
  /// @throws IllegalStateException when there are no numbers
  public double quantile(double probability) {
    if (values.length == 0) {
      throw new IllegalStateException("no numbers, no quantile");
    }
    double place = Math.clamp(probability, 0, 1) * (values.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, values.length - 1);
    double part = place - below;
    double least = values[below];
    double greatest = values[above];
    return factor * (part == 0 || least == greatest ? least : least + part * (greatest - least));
  }

  /// The order statistics around a quantile that hold it with this confidence, as many of the
  /// numbers as lie below are binomial.
  public Interval quantileInterval(double probability, double confidence) {
    double spread =
        Normal.reach(confidence) * Math.sqrt(probability * (1 - probability) / values.length);
    return new Interval(
        quantile(Math.max(0, probability - spread)), quantile(Math.min(1, probability + spread)));
  }

  /// How many are less.
  public int less(double value) {
    return firstPlace(value, false);
  }

  /// How many are less or equal.
  public int lessOrEqual(double value) {
    return firstPlace(value, true);
  }

  private int firstPlace(double value, boolean after) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double there = values[middle] * factor;
      if (there < value || (after && there == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// All of them multiplied by a positive factor; nothing is copied.
  public Ordered times(double by) {
    return new Ordered(values, factor * by);
  }
}
