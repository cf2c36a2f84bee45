package koalens.backend.experiment.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// The same items judged by two: how often both, one or neither hit. The difference is first less
/// second.
///
/// @param both hit by both
/// @param onlyFirst hit by the first alone
/// @param onlySecond hit by the second alone
/// @param neither hit by none
public record PairedProportions(long both, long onlyFirst, long onlySecond, long neither) {
  private static final int ENOUGH_BISECTIONS = 60;

  /// @throws IllegalArgumentException when a count is negative
  public PairedProportions {
    if (both < 0 || onlyFirst < 0 || onlySecond < 0 || neither < 0) {
      throw new IllegalArgumentException("counts are not negative");
    }
  }

  /// How many items.
  public long items() {
    return both + onlyFirst + onlySecond + neither;
  }

  /// The first's share of hits.
  public Proportion first() {
    return new Proportion(both + onlyFirst, items());
  }

  /// The second's share of hits.
  public Proportion second() {
    return new Proportion(both + onlySecond, items());
  }

  /// First less second, from −1 to 1; 0 without items.
  public double difference() {
    return items() == 0 ? 0 : (double) (onlyFirst - onlySecond) / items();
  }

  /// McNemar's test of equal shares (1947, Psychometrika 12:153–157).
  public ChiSquaredTest mcNemar() {
    double gap = onlyFirst - onlySecond;
    return discordant() == 0
        ? ChiSquaredTest.of(0, 0)
        : ChiSquaredTest.of(gap * gap / discordant(), 1);
  }

  /// The same, corrected for continuity (Edwards 1948).
  public ChiSquaredTest mcNemarCorrected() {
    double gap = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1);
    return discordant() == 0
        ? ChiSquaredTest.of(0, 0)
        : ChiSquaredTest.of(gap * gap / discordant(), 1);
  }

  /// The exact binomial p-value of equal shares, two-sided.
  public double exactP() {
    return discordant() == 0 ? 1 : Math.min(1, 2 * atMostFewer());
  }

  /// The exact p-value with half the weight of what was seen (Fagerland, Lydersen and Laake 2013).
  public double midP() {
    return discordant() == 0 ? 1 : Math.min(1, exactTail() - coin().probability(fewer()));
  }

  private double exactTail() {
    return 2 * atMostFewer();
  }

  /// Wald's interval of the difference; too narrow with few items.
  public Interval wald(double confidence) {
    double n = items();
    double gap = onlyFirst - onlySecond;
    double error = Math.sqrt((discordant() - gap * gap / n)) / n;
    return Interval.around(difference(), Normal.reach(confidence) * error).within(-1, 1);
  }

  /// The hybrid score interval (Newcombe 1998, Statistics in Medicine 17:2635–2650, method 10).
  public Interval newcombe(double confidence) {
    Interval one = first().wilson(confidence);
    Interval other = second().wilson(confidence);
    double oneDown = first().share() - one.low();
    double oneUp = one.high() - first().share();
    double otherDown = second().share() - other.low();
    double otherUp = other.high() - second().share();
    double down = distance(oneDown, otherUp);
    double up = distance(oneUp, otherDown);
    return new Interval(difference() - down, difference() + up).within(-1, 1);
  }

  private double distance(double one, double other) {
    return Math.sqrt(Math.max(0, one * one - 2 * correlation() * one * other + other * other));
  }

  private double correlation() {
    double margins =
        Math.sqrt((double) (both + onlyFirst) * (onlySecond + neither))
            * Math.sqrt((double) (both + onlySecond) * (onlyFirst + neither));
    double product = (double) both * neither - (double) onlyFirst * onlySecond;
    double half = items() / 2.0;
    double corrected = product > half ? product - half : Math.min(product, 0);
    return margins == 0 ? 0 : corrected / margins;
  }

  /// Whether the difference is above the margin (Tango 1998, Statistics in Medicine 17:891–908); a
  /// small p says it is.
  public ScoreTest tango(double margin) {
    double z = tangoZ(margin);
    return new ScoreTest(z, Normal.above(z));
  }

  /// The score interval of the difference: what Tango's test does not rule out.
  public Interval tangoInterval(double confidence) {
    double reach = Normal.reach(confidence);
    double low = root(margin -> reach - tangoZ(margin), -1, difference());
    double high = root(margin -> -reach - tangoZ(margin), difference(), 1);
    return new Interval(Math.min(low, high), Math.max(low, high));
  }

  private double tangoZ(double margin) {
    double n = items();
    double gap = onlyFirst - onlySecond - n * margin;
    double b = -(double) discordant() + (2 * n - onlyFirst + onlySecond) * margin;
    double c = -onlySecond * margin * (1 - margin);
    double q = (Math.sqrt(Math.max(0, b * b - 8 * n * c)) - b) / (4 * n);
    double variance = n * (2 * q + margin * (1 - margin));
    return variance <= 0 ? Math.signum(gap) * Double.POSITIVE_INFINITY : gap / Math.sqrt(variance);
  }

  // Of a function that rises from the one end to the other.
  private static double root(DoubleUnaryOperator rising, double from, double to) {
    double low = from;
    double high = to;
    for (int i = 0; i < ENOUGH_BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (rising.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// The evidence against equal shares: an e-value, valid at any time, by a uniform mixture over
  /// how the items divide that only one hits. At 1/α or more equal shares are rejected at level α.
  public double evidence() {
    return Math.exp(LogBeta.value(1.0 + onlyFirst, 1.0 + onlySecond) + discordant() * Math.log(2));
  }

  private long discordant() {
    return onlyFirst + onlySecond;
  }

  private int fewer() {
    return Math.toIntExact(Math.min(onlyFirst, onlySecond));
  }

  private double atMostFewer() {
    return coin().cumulativeProbability(fewer());
  }

  private BinomialDistribution coin() {
    return BinomialDistribution.of(Math.toIntExact(discordant()), 0.5);
  }
}
