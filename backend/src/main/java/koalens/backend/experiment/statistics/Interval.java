package koalens.backend.experiment.statistics;

/// The values that the data leave possible, both ends included.
///
/// @param low the least; may be negative infinity
/// @param high the greatest, not less than `low`; may be infinity
public record Interval(double low, double high) {
  /// @throws IllegalArgumentException when the ends are the wrong way round or no numbers
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no interval: " + low + " to " + high);
    }
  }

  /// As far to either side of the value.
  static Interval around(double value, double halfWidth) {
    return new Interval(value - halfWidth, value + halfWidth);
  }

  /// The same, cut off where values cannot lie.
  Interval within(double least, double greatest) {
    return new Interval(Math.clamp(low, least, greatest), Math.clamp(high, least, greatest));
  }

  /// Whether the value is possible.
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /// The same seen from the other side: the interval of the negative.
  public Interval negated() {
    return new Interval(-high, -low);
  }
}
