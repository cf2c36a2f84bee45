package koalens.backend.experiment.statistics;

/// When two means differ enough to stop: the likelihood ratio against the threshold that TensorZero
/// uses (Kaufmann and Koolen 2021, JMLR 22:1).
///
/// @param likelihoodRatio twice-halved squared difference over its variance
/// @param threshold what it has to reach
public record StoppingRule(double likelihoodRatio, double threshold) {

  /// The rule after these observations.
  ///
  /// @param alpha how often one may stop at the wrong one
  public static StoppingRule of(Sample first, Sample second, double alpha) {
    double gap = first.mean() - second.mean();
    double variance = first.meanVariance() + second.meanVariance();
    double seen = first.size() + second.size();
    return new StoppingRule(gap * gap / (2 * variance), Math.log((1 + Math.log(seen)) / alpha));
  }

  /// Whether to stop.
  public boolean isReached() {
    return likelihoodRatio >= threshold;
  }
}
