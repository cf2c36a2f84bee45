package koalens.backend.experiment.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/// The difference of two shares, each of its own trials: first less second.
///
/// @param first the one
/// @param second the other
public record ProportionDifference(Proportion first, Proportion second) {
  private static final double FEW = 5;

  /// First less second, from −1 to 1.
  public double value() {
    return first.share() - second.share();
  }

  /// The hybrid score interval (Newcombe 1998, Statistics in Medicine 17:873–890, method 10).
  public Interval newcombe(double confidence) {
    Interval one = first.wilson(confidence);
    Interval other = second.wilson(confidence);
    double down = Math.hypot(first.share() - one.low(), other.high() - second.share());
    double up = Math.hypot(one.high() - first.share(), second.share() - other.low());
    return new Interval(value() - down, value() + up).within(-1, 1);
  }

  /// Whether first less second is below the margin (Farrington and Manning 1990, Statistics in
  /// Medicine 9:1447–1454); a small p says it is.
  public ScoreTest farringtonManning(double margin) {
    double[] shares = restricted(margin);
    double variance =
        shares[0] * (1 - shares[0]) / first.of() + shares[1] * (1 - shares[1]) / second.of();
    double z = (value() - margin) / Math.sqrt(variance);
    return new ScoreTest(z, Normal.below(z));
  }

  /// Whether less than five hits or misses of a side are expected, so that only an exact test holds
  /// (Cochran 1954, Biometrics 10:417).
  public boolean isFew() {
    double hits = first.hits() + second.hits();
    double all = first.of() + second.of();
    double rarer = Math.min(hits, all - hits);
    return rarer * Math.min(first.of(), second.of()) < FEW * all;
  }

  /// Fisher's exact two-sided p-value of no difference.
  ///
  /// @throws IllegalArgumentException when a side has no trials or more than 2³¹−1
  public double fisher() {
    int[][] table = {
      {Math.toIntExact(first.hits()), Math.toIntExact(first.of() - first.hits())},
      {Math.toIntExact(second.hits()), Math.toIntExact(second.of() - second.hits())}
    };
    return FisherExactTest.withDefaults()
        .with(AlternativeHypothesis.TWO_SIDED)
        .test(table)
        .getPValue();
  }

  // The likeliest shares that differ by exactly the margin: the closed root of their cubic.
  private double[] restricted(double margin) {
    double ratio = (double) second.of() / first.of();
    double a = 1 + ratio;
    double b = -(1 + ratio + first.share() + ratio * second.share() + margin * (ratio + 2));
    double c =
        margin * margin
            + margin * (2 * first.share() + ratio + 1)
            + first.share()
            + ratio * second.share();
    double d = -first.share() * margin * (1 + margin);
    double v = Math.pow(b / (3 * a), 3) - b * c / (6 * a * a) + d / (2 * a);
    double u = Math.copySign(Math.sqrt(Math.pow(b / (3 * a), 2) - c / (3 * a)), v);
    double angle = (Math.PI + Math.acos(Math.clamp(u == 0 ? 0 : v / (u * u * u), -1, 1))) / 3;
    double one = Math.clamp(2 * u * Math.cos(angle) - b / (3 * a), 0, 1);
    return new double[] {one, Math.clamp(one - margin, 0, 1)};
  }
}
