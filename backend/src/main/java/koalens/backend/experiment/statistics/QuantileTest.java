package koalens.backend.experiment.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// The binomial test of a quantile (Conover 1999, Practical Nonparametric Statistics, 3.2).
///
/// @param lessOrEqual how many numbers are at most the claimed quantile
/// @param p the two-sided p-value of the claim
public record QuantileTest(int lessOrEqual, double p) {

  /// Tests whether the claimed value is the quantile of the numbers.
  public static QuantileTest of(Ordered numbers, double claimed, double probability) {
    int atMost = numbers.lessOrEqual(claimed);
    int less = numbers.less(claimed);
    var below = BinomialDistribution.of(numbers.size(), probability);
    double tooFew = below.cumulativeProbability(atMost);
    double tooMany = less == 0 ? 1 : below.survivalProbability(less - 1);
    return new QuantileTest(atMost, Math.min(1, 2 * Math.min(tooFew, tooMany)));
  }
}
