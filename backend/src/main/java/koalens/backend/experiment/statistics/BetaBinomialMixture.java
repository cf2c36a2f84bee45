package koalens.backend.experiment.statistics;

import org.apache.commons.numbers.gamma.LogBeta;

/// Evidence that a share is not the assumed one, valid at any time: the two-sided beta-binomial
/// mixture (Howard, Ramdas, McAuliffe and Sekhon 2021, Annals of Statistics 49:1055).
final class BetaBinomialMixture {
  private static final double LEAST = 1e-3;

  private final double share;
  private final double first;
  private final double second;
  private final double normalizer;

  /// @param share the assumed share, above 0 and below 1
  /// @param tuning the number of trials at which the evidence is strongest
  /// @param alpha the level it is tuned for
  BetaBinomialMixture(double share, double tuning, double alpha) {
    this.share = share;
    double variance = share * (1 - share);
    double rho = NormalMixture.tunedFor(tuning * variance, alpha).rho();
    double precision = Math.max(rho - variance, LEAST * variance);
    this.first = precision / share;
    this.second = precision / (1 - share);
    this.normalizer = LogBeta.value(first, second);
  }

  /// The logarithm of the evidence after so many hits; both may be fractions.
  double logEvidence(double hits, double trials) {
    double misses = trials - hits;
    return LogBeta.value(second + hits, first + misses)
        - normalizer
        - hits * Math.log(share)
        - misses * Math.log(1 - share);
  }
}
