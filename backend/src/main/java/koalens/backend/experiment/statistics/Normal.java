package koalens.backend.experiment.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// The standard normal distribution.
final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /// How many standard errors a two-sided interval reaches to either side.
  ///
  /// @param confidence for example 0.95
  static double reach(double confidence) {
    return STANDARD.inverseSurvivalProbability((1 - confidence) / 2);
  }

  static double quantile(double probability) {
    return STANDARD.inverseCumulativeProbability(probability);
  }

  static double below(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  static double above(double z) {
    return STANDARD.survivalProbability(z);
  }

  static double twoSided(double z) {
    return 2 * above(Math.abs(z));
  }
}
