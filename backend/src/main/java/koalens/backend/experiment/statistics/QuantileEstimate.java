package koalens.backend.experiment.statistics;

/// A quantile with the interval that order statistics give it (Deng, Knoblich and Lu 2018, KDD).
///
/// @param value the quantile
/// @param size of how many numbers
/// @param interval its interval
/// @param confidence of the interval
public record QuantileEstimate(double value, double size, Interval interval, double confidence) {

  /// Second less first.
  public static Estimate difference(QuantileEstimate first, QuantileEstimate second) {
    return new Estimate(
        second.value - first.value,
        Math.hypot(first.error(), second.error()),
        Double.POSITIVE_INFINITY,
        first.size + second.size);
  }

  /// Second less first, divided by the first: by the delta method.
  public static Estimate relativeDifference(QuantileEstimate first, QuantileEstimate second) {
    double ratio = second.value / first.value;
    return new Estimate(
        ratio - 1,
        Math.hypot(second.error(), ratio * first.error()) / first.value,
        Double.POSITIVE_INFINITY,
        first.size + second.size);
  }

  private double error() {
    double width = (interval.high() - interval.low()) / (2 * Normal.reach(confidence));
    return width * Math.sqrt((size - 1) / size);
  }
}
