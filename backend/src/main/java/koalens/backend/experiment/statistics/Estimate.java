package koalens.backend.experiment.statistics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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

  /// The logarithm of the first mean divided by the second: by the delta method.
  public static Estimate logRatio(Sample first, Sample second) {
    double variance =
        first.meanVariance() / (first.mean() * first.mean())
            + second.meanVariance() / (second.mean() * second.mean());
    return new Estimate(
        Math.log(first.mean() / second.mean()),
        Math.sqrt(variance),
        welch(first, second),
        first.size() + second.size());
  }

  /// The same of pairs; those of which one is no number are left out.
  ///
  /// @param size how many pairs
  /// @param first the first of each, from 0 on
  /// @param second the second
  public static Estimate logRatioOfPairs(
      int size, IntToDoubleFunction first, IntToDoubleFunction second) {
    int[] known =
        IntStream.range(0, size)
            .filter(i ->
                !Double.isNaN(first.applyAsDouble(i)) && !Double.isNaN(second.applyAsDouble(i)))
            .toArray();
    double one = Arrays.stream(known).mapToDouble(first).average().orElse(Double.NaN);
    double other = Arrays.stream(known).mapToDouble(second).average().orElse(Double.NaN);
    double squares =
        Arrays.stream(known)
            .mapToDouble(i -> first.applyAsDouble(i) / one - second.applyAsDouble(i) / other)
            .map(d -> d * d)
            .sum();
    double n = known.length;
    return new Estimate(Math.log(one / other), Math.sqrt(squares / (n - 1) / n), n - 1, n);
  }

  /// The same error about another value.
  public Estimate shifted(double by) {
    return new Estimate(value + by, standardError, degreesOfFreedom, size);
  }

  /// As if so many times as many observations stood behind it.
  public Estimate scaled(double factor) {
    return new Estimate(value, standardError / Math.sqrt(factor), degreesOfFreedom, size * factor);
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
