package koalens.backend.experiment.statistics;

/// Intervals of a mean that hold at every look at once, for numbers that are many and not wild
/// (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024, Annals of Statistics 52:2380). Tuned by
/// ρ² = (−2 ln α + ln(1 − 2 ln α)) / N*, as in GrowthBook and confseq.
///
/// @param alpha how often any of the intervals may miss
/// @param tuning N*: the number of observations at which they are narrowest
public record AsymptoticSequence(double alpha, double tuning) {

  /// The interval after all of the estimate's observations.
  public Interval interval(Estimate estimate) {
    return Interval.around(estimate.value(), halfWidth(estimate));
  }

  private double halfWidth(Estimate estimate) {
    double n = estimate.size();
    double variance = estimate.standardError() * estimate.standardError() * n;
    double spread = n * rhoSquared() + 1;
    return Math.sqrt(
        variance * 2 * spread / (n * n * rhoSquared()) * Math.log(Math.sqrt(spread) / alpha));
  }

  /// The p-value of zero that holds however often one looks.
  public double p(Estimate estimate) {
    if (estimate.standardError() == 0) {
      return estimate.value() == 0 ? 1 : 0;
    }
    double n = estimate.size();
    double z = estimate.value() / estimate.standardError();
    double spread = n * rhoSquared() + 1;
    double logEvidence = z * z / 2 * n * rhoSquared() / spread - Math.log(spread) / 2;
    return Math.min(1, Math.exp(-logEvidence));
  }

  private double rhoSquared() {
    double surprise = -2 * Math.log(alpha);
    return (surprise + Math.log(1 + surprise)) / tuning;
  }
}
