package koalens.backend.experiment.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/// A number with its standard error.
///
/// @param value the number
/// @param standardError its error
/// @param degreesOfFreedom of the error; infinite when it is known
/// @param size how many observations stand behind it
public record Estimate(double value, double standardError, double degreesOfFreedom, double size) {

  /// Second mean less first (Welch 1947).
  public static Estimate difference(Sample first, Sample second) {
    double variance = first.meanVariance() + second.meanVariance();
    return new Estimate(
        second.mean() - first.mean(),
        Math.sqrt(variance),
        welch(first, second),
        first.size() + second.size());
  }

  /// Second mean less first, divided by the first: by the delta method.
  public static Estimate relativeDifference(Sample first, Sample second) {
    double base = first.mean() * first.mean();
    double ratio = second.mean() / first.mean();
    double variance = second.meanVariance() / base + first.meanVariance() * ratio * ratio / base;
    return new Estimate(
        ratio - 1, Math.sqrt(variance), welch(first, second), first.size() + second.size());
  }

  /// The mean of one sample.
  public static Estimate mean(Sample sample) {
    return new Estimate(
        sample.mean(), Math.sqrt(sample.meanVariance()), sample.size() - 1, sample.size());
  }

  private static double welch(Sample first, Sample second) {
    double one = first.meanVariance();
    double other = second.meanVariance();
    return (one + other)
        * (one + other)
        / (one * one / (first.size() - 1) + other * other / (second.size() - 1));
  }

  /// The interval at one look.
  public Interval interval(double confidence) {
    if (standardError == 0) {
      return new Interval(value, value);
    }
    return Interval.around(
        value,
        standardError
            * TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2));
  }

  /// The two-sided p-value of zero, at one look.
  public double p() {
    return standardError == 0
        ? value == 0 ? 1 : 0
        : 2
            * TDistribution.of(degreesOfFreedom)
                .survivalProbability(Math.abs(value / standardError));
  }
}
