package koalens.backend.experiment.statistics;

/// What is kept of independent numbers: enough for their mean and its error.
///
/// @param size how many
/// @param mean their mean
/// @param variance their variance about it, divided by one less than their number
public record Sample(double size, double mean, double variance) {

  /// Of sums, as they add up while reading.
  ///
  /// @param size how many numbers
  /// @param sum of the numbers
  /// @param sumOfSquares of the numbers
  public static Sample ofSums(double size, double sum, double sumOfSquares) {
    double mean = size == 0 ? 0 : sum / size;
    double about = Math.max(0, sumOfSquares - size * mean * mean);
    return new Sample(size, mean, size < 2 ? 0 : about / (size - 1));
  }

  /// Of hits among trials: the numbers one and zero.
  public static Sample of(Proportion proportion) {
    return new Sample(proportion.of(), proportion.share(), proportion.variance());
  }

  /// The variance of the mean.
  double meanVariance() {
    return variance / size;
  }

  /// The same numbers counted as fewer or more.
  Sample scaled(double factor) {
    return new Sample(size * factor, mean, variance);
  }
}
