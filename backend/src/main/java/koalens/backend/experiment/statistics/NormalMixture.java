package koalens.backend.experiment.statistics;

/// The two-sided normal mixture: evidence about a sum of centred numbers, at any time (Howard,
/// Ramdas, McAuliffe and Sekhon 2021, Annals of Statistics 49:1055).
///
/// @param rho the mixture's precision
public record NormalMixture(double rho) {

  /// Tuned to be strongest at a variance.
  ///
  /// @param variance the summed variance at which the bound is narrowest
  /// @param alpha the level it is tuned for
  public static NormalMixture tunedFor(double variance, double alpha) {
    double surprise = -2 * Math.log(alpha);
    return new NormalMixture(variance / (surprise + Math.log(1 + surprise)));
  }

  /// The logarithm of the evidence.
  public double logEvidence(double sum, double variance) {
    return (Math.log(rho / (variance + rho)) + sum * sum / (variance + rho)) / 2;
  }

  /// What the sum exceeds, at any time, with at most the probability alpha.
  public double bound(double variance, double alpha) {
    return Math.sqrt((variance + rho) * (Math.log(1 + variance / rho) - 2 * Math.log(alpha)));
  }
}
