package koalens.backend.experiment.statistics;

/// A share of independent trials.
///
/// @param hits how many
/// @param of out of how many
public record Proportion(long hits, long of) {
  /// @throws IllegalArgumentException when there are more hits than trials, or less than none
  public Proportion {
    if (hits < 0 || hits > of) {
      throw new IllegalArgumentException("no proportion: " + hits + " of " + of);
    }
  }

  /// The share from 0 to 1; 0 of nothing.
  public double share() {
    return of == 0 ? 0 : (double) hits / of;
  }

  /// The score interval (Wilson 1927, JASA 22:209–212); everything when there are no trials.
  public Interval wilson(double confidence) {
    return wilson(share(), (double) of, Normal.reach(confidence));
  }

  private static Interval wilson(double share, double trials, double z) {
    if (trials == 0) {
      return new Interval(0, 1);
    }
    double centre = (share + z * z / (2 * trials)) / (1 + z * z / trials);
    double variance = share * (1 - share) / trials + z * z / (4 * trials * trials);
    return Interval.around(centre, z / (1 + z * z / trials) * Math.sqrt(variance)).within(0, 1);
  }

  double variance() {
    return share() * (1 - share());
  }
}
