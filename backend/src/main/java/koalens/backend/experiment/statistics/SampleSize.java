package koalens.backend.experiment.statistics;

/// How many observations one look needs to see a difference. Looking often costs more: see `koalens
/// plan`.
///
/// @param alpha how often a difference may be seen where there is none, two-sided
/// @param power how often it is to be seen where there is one
public record SampleSize(double alpha, double power) {

  /// Pairs, for a paired difference (Connor 1987, Biometrics 43:207).
  ///
  /// @param onlyFirst the share of items that only the first gets right
  /// @param onlySecond the share that only the second gets right
  /// @throws IllegalArgumentException when both are the same
  public long pairs(double onlyFirst, double onlySecond) {
    double gap = requireGap(onlyFirst - onlySecond);
    double discordant = onlyFirst + onlySecond;
    double sum = z() * Math.sqrt(discordant) + reach() * Math.sqrt(discordant - gap * gap);
    return (long) Math.ceil(sum * sum / (gap * gap));
  }

  /// Trials in each of two groups, for a difference of shares (unpooled variance).
  ///
  /// @throws IllegalArgumentException when both are the same
  public long perGroup(double first, double second) {
    double gap = requireGap(first - second);
    double sum = z() + reach();
    double variance = first * (1 - first) + second * (1 - second);
    return (long) Math.ceil(sum * sum * variance / (gap * gap));
  }

  private double z() {
    return Normal.reach(1 - alpha);
  }

  private double reach() {
    return Normal.quantile(power);
  }

  private static double requireGap(double gap) {
    if (gap == 0) {
      throw new IllegalArgumentException("no sample shows a difference where there is none");
    }
    return gap;
  }
}
