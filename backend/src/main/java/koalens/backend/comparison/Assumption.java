package koalens.backend.comparison;

/// What a provider is taken to be like, for planning.
///
/// @param wrong its share of wrong verdicts
/// @param critical its share of non-vegan items called vegan
/// @param errors its share of calls without a valid answer
/// @param millis its median time
/// @param micros its mean cost of an analysis
public record Assumption(
    double wrong, double critical, double errors, double millis, double micros) {
  /// The share of labels taken to be of what is not vegan.
  static final double NON_VEGAN = 0.4;

  /// @throws IllegalArgumentException naming what makes no sense
  public Assumption {
    require(
        isShare(wrong) && isShare(critical) && isShare(errors),
        "--wrong, --critical and --errors are shares from 0 to 1");
    require(
        millis > 0 && micros > 0 && Double.isFinite(millis + micros),
        "--millis and --micros are above 0 and finite");
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /// The share of its verdicts that are wrong for whatever reason.
  double wrongAtAll() {
    return NON_VEGAN * wrongOf(true) + (1 - NON_VEGAN) * wrongOf(false);
  }

  /// The share of analyses on which it is wrong and the other, sent the same, is not.
  double wrongAlone(Assumption other) {
    return NON_VEGAN * wrongOf(true) * (1 - other.wrongOf(true))
        + (1 - NON_VEGAN) * wrongOf(false) * (1 - other.wrongOf(false));
  }

  private double wrongOf(boolean nonVegan) {
    return 1 - (1 - errors) * (1 - (nonVegan ? critical : 0)) * (1 - wrong);
  }
}
