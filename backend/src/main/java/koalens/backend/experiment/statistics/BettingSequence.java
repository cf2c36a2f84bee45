package koalens.backend.experiment.statistics;

import java.util.List;

/// Evidence about the mean of bounded numbers that take few values, exact at any time and for any
/// distribution: the wealth of one who bets on each number that the mean is not what is claimed,
/// averaged over stakes (Waudby-Smith and Ramdas 2024, JRSS B 86:1). It needs the counts alone.
///
/// @param outcomes the values with how often each was seen
public record BettingSequence(List<Outcome> outcomes) {
  private static final int STAKES = 14;
  private static final double BOLDEST = 0.99;
  private static final int ENOUGH_BISECTIONS = 50;

  /// A value and how often it was seen.
  ///
  /// @param value the value
  /// @param count how often; may be a fraction where observations are not worth a whole
  public record Outcome(double value, double count) {}

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException when there are no two different values
  public BettingSequence {
    outcomes = List.copyOf(outcomes);
    if (outcomes.stream().map(Outcome::value).distinct().count() < 2) {
      throw new IllegalArgumentException("bounded numbers have two different bounds");
    }
  }

  /// Pairs of hits: first less second.
  ///
  /// @param worth what one pair is worth in independent pairs
  public static BettingSequence ofPairs(PairedProportions pairs, double worth) {
    return new BettingSequence(
        List.of(
            new Outcome(1, pairs.onlyFirst() * worth),
            new Outcome(-1, pairs.onlySecond() * worth),
            new Outcome(0, (pairs.both() + pairs.neither()) * worth)));
  }

  /// Two randomised groups: the share of hits of the first less that of the second. A trial of
  /// either group counts as its hit divided by the probability of being in that group.
  ///
  /// @param groups the hits of both groups
  /// @param toFirst the probability of being in the first
  /// @param worth what one trial is worth in independent trials
  public static BettingSequence ofGroups(
      ProportionDifference groups, double toFirst, double worth) {
    long one = groups.first().hits();
    long other = groups.second().hits();
    long misses = groups.first().of() + groups.second().of() - one - other;
    return new BettingSequence(
        List.of(
            new Outcome(1 / toFirst, one * worth),
            new Outcome(-1 / (1 - toFirst), other * worth),
            new Outcome(0, misses * worth)));
  }

  /// How many numbers were seen.
  public double size() {
    return outcomes.stream().mapToDouble(Outcome::count).sum();
  }

  /// Their mean; 0 without numbers.
  public double mean() {
    double size = size();
    return size == 0 ? 0 : outcomes.stream().mapToDouble(o -> o.value() * o.count()).sum() / size;
  }

  /// The p-value of a mean at or above the margin: a small one says that it is below.
  public double pOfAtLeast(double margin) {
    return margin <= least() ? 1 : Math.exp(-Math.max(0, logWealth(margin, -1)));
  }

  /// The p-value of a mean at or below the margin: a small one says that it is above.
  public double pOfAtMost(double margin) {
    return margin >= greatest() ? 1 : Math.exp(-Math.max(0, logWealth(margin, 1)));
  }

  /// The means not ruled out at the level, at this and every other look.
  public Interval interval(double alpha) {
    return new Interval(edge(least(), alpha, true), edge(greatest(), alpha, false));
  }

  private double edge(double bound, double alpha, boolean low) {
    double out = bound;
    double in = mean();
    for (int i = 0; i < ENOUGH_BISECTIONS; i++) {
      double middle = (out + in) / 2;
      double p = low ? pOfAtMost(middle) : pOfAtLeast(middle);
      if (p <= alpha / 2) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return out == bound && in == bound ? bound : (out + in) / 2;
  }

  /// As if the same had been seen so many times.
  public BettingSequence scaled(double factor) {
    return new BettingSequence(
        outcomes.stream().map(o -> new Outcome(o.value(), o.count() * factor)).toList());
  }

  private double least() {
    return outcomes.stream().mapToDouble(Outcome::value).min().orElseThrow();
  }

  private double greatest() {
    return outcomes.stream().mapToDouble(Outcome::value).max().orElseThrow();
  }

  // Stakes halve from the boldest that cannot ruin; all have the same share of the purse.
  private double logWealth(double claimed, int direction) {
    double room = direction > 0 ? claimed - least() : greatest() - claimed;
    double[] wealths = new double[STAKES];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < STAKES; i++) {
      double stake = direction * BOLDEST / room * Math.pow(2, -i);
      wealths[i] = logWealthOf(stake, claimed);
      greatest = Math.max(greatest, wealths[i]);
    }
    double sum = 0;
    for (double wealth : wealths) {
      sum += Math.exp(wealth - greatest);
    }
    return greatest + Math.log(sum / STAKES);
  }

  private double logWealthOf(double stake, double claimed) {
    double wealth = 0;
    for (Outcome outcome : outcomes) {
      wealth += outcome.count() * Math.log1p(stake * (outcome.value() - claimed));
    }
    return wealth;
  }
}
