package koalens.backend.experiment.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// A statistic that is chi-squared distributed when nothing is the matter.
///
/// @param statistic zero or more
/// @param degreesOfFreedom 0 when there is nothing to compare; then p is 1
/// @param p how likely as much or more would be
public record ChiSquaredTest(double statistic, int degreesOfFreedom, double p) {
  static ChiSquaredTest of(double statistic, int degreesOfFreedom) {
    double p =
        degreesOfFreedom == 0
            ? 1
            : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    return new ChiSquaredTest(statistic, degreesOfFreedom, p);
  }
}
