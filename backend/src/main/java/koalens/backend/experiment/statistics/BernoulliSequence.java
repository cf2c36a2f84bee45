package koalens.backend.experiment.statistics;

/// Intervals of one share that hold at every look at once (Howard, Ramdas, McAuliffe and Sekhon
/// 2021).
///
/// @param alpha how often any of them may miss
/// @param tuning the number of trials at which they are narrowest
public record BernoulliSequence(double alpha, double tuning) {
  private static final int ENOUGH_BISECTIONS = 60;

  /// The interval after these trials.
  public Interval interval(Proportion seen) {
    double share = seen.share();
    return new Interval(
        seen.hits() == 0 ? 0 : edge(0, share, seen),
        seen.hits() == seen.of() ? 1 : edge(1, share, seen));
  }

  private double edge(double impossible, double possible, Proportion seen) {
    double out = impossible;
    double in = possible;
    for (int i = 0; i < ENOUGH_BISECTIONS; i++) {
      double middle = (out + in) / 2;
      if (logEvidenceAgainst(middle, seen) > -Math.log(alpha)) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return (out + in) / 2;
  }

  private double logEvidenceAgainst(double share, Proportion seen) {
    return new BetaBinomialMixture(share, tuning, alpha)
        .logEvidence((double) seen.hits(), (double) seen.of());
  }
}
