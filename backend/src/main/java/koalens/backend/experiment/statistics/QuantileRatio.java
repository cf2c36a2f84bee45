package koalens.backend.experiment.statistics;

/// By what factor the first group's quantile exceeds the second's, at any time: the factors that
/// [QuantileSequence] does not rule out. For numbers above zero; infinity stands for what never
/// ended.
///
/// @param sequence the quantile and the tuning
/// @param first the one group
/// @param second the other
/// @param worth what one number is worth in independent numbers
/// @param dependence whether the groups are pairs
public record QuantileRatio(
    QuantileSequence sequence,
    Ordered first,
    Ordered second,
    double worth,
    QuantileSequence.Dependence dependence) {
  private static final int STEPS = 40;
  private static final double FARTHEST = 1e6;

  /// First quantile divided by second; 1 when both never ended.
  public double value() {
    double one = first.quantile(sequence.probability());
    double other = second.quantile(sequence.probability());
    return one == other ? 1 : one / other;
  }

  /// The factors not ruled out at the level.
  public Interval interval(double alpha) {
    double middle = Math.clamp(value(), 1 / FARTHEST, FARTHEST);
    return new Interval(edge(middle, 1 / FARTHEST, alpha), edge(middle, FARTHEST, alpha));
  }

  private double edge(double inside, double outside, double alpha) {
    if (!isRuledOut(outside, alpha)) {
      return outside < 1 ? 0 : Double.POSITIVE_INFINITY;
    }
    double in = Math.log(inside);
    double out = Math.log(outside);
    for (int i = 0; i < STEPS; i++) {
      double middle = (in + out) / 2;
      if (isRuledOut(Math.exp(middle), alpha)) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return Math.exp((in + out) / 2);
  }

  private boolean isRuledOut(double factor, double alpha) {
    return p(factor) <= alpha;
  }

  /// Whether the factor is shown to be below the margin; a small p says it is.
  public double pOfAtLeast(double margin) {
    return value() < margin ? p(margin) : 1;
  }

  /// Whether the factor is shown to be above the margin; a small p says it is.
  public double pOfAtMost(double margin) {
    return value() > margin ? p(margin) : 1;
  }

  /// As if the same numbers had been seen so many times.
  public QuantileRatio scaled(double times) {
    return new QuantileRatio(sequence, first, second, worth * times, dependence);
  }

  private double p(double factor) {
    return sequence.p(first, second.times(factor), worth, dependence);
  }
}
