package koalens.backend.experiment.statistics;

import java.util.Arrays;

/// The means of every two of some numbers, and each number itself (Walsh 1949, Annals of
/// Mathematical Statistics 20:64). They are counted, never listed: a million numbers have half a
/// billion of them. Immutable.
public final class WalshAverages {
  private static final double NEAR = 1e-12;

  private final double[] sorted;
  private final long count;

  private WalshAverages(double... sorted) {
    this.sorted = sorted;
    this.count = sorted.length * (sorted.length + 1L) / 2;
  }

  /// Copies the numbers.
  ///
  /// @param numbers finite; one at least
  /// @throws IllegalArgumentException when there are none, or one is not finite
  public static WalshAverages of(double... numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0
        || !Double.isFinite(sorted[0])
        || !Double.isFinite(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("the numbers are finite, one at least");
    }
    return new WalshAverages(sorted);
  }

  /// Their median: where the numbers lie, however wild a few of them are (Hodges and Lehmann 1963,
  /// Annals of Mathematical Statistics 34:598). To within 10⁻¹².
  public double median() {
    return (atPlace((count + 1) / 2) + atPlace((count + 2) / 2)) / 2;
  }

  /// The interval of the median at one look: the places that Wilcoxon's signed rank test does not
  /// rule out, by its normal approximation (Hollander and Wolfe 1973).
  public Interval interval(double confidence) {
    double n = sorted.length;
    double spread = Normal.reach(confidence) * Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
    long place = Math.max(1, (long) Math.floor(count / 2.0 - spread));
    return new Interval(atPlace(place), atPlace(count + 1 - place));
  }

  // The least value that so many do not exceed, by halving.
  private double atPlace(long place) {
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    while (high - low > NEAR) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        return high;
      }
      if (atMost(middle) >= place) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private long atMost(double value) {
    long found = 0;
    int last = sorted.length - 1;
    for (int first = 0; first <= last; first++) {
      while (last >= first && sorted[first] + sorted[last] > 2 * value) {
        last--;
      }
      found += last - first + 1;
    }
    return found;
  }
}
