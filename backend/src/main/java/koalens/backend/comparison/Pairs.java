package koalens.backend.comparison;

import koalens.backend.experiment.statistics.PairedProportions;

/// Counts pairs of ones and zeros.
final class Pairs {
  private Pairs() {}

  /// Those of which both are known.
  static PairedProportions of(Series first, Series second) {
    long[] counts = new long[4];
    for (int i = 0; i < first.size(); i++) {
      double one = first.at(i);
      double other = second.at(i);
      if (!Double.isNaN(one) && !Double.isNaN(other)) {
        counts[(one > 0 ? 0 : 2) + (other > 0 ? 0 : 1)]++;
      }
    }
    return new PairedProportions(counts[0], counts[1], counts[2], counts[3]);
  }
}
