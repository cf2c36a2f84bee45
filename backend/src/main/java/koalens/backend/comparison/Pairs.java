package koalens.backend.comparison;

import koalens.backend.experiment.statistics.PairedProportions;

/// Counts pairs of ones and zeros.
final class Pairs {
  private Pairs() {}

  /// Those of which both are known.
  static PairedProportions of(double[] first, double[] second) {
    long[] counts = new long[4];
    for (int i = 0; i < first.length; i++) {
      if (!Double.isNaN(first[i]) && !Double.isNaN(second[i])) {
        counts[(first[i] > 0 ? 0 : 2) + (second[i] > 0 ? 0 : 1)]++;
      }
    }
    return new PairedProportions(counts[0], counts[1], counts[2], counts[3]);
  }
}
