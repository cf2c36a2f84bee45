package koalens.backend.experiment.statistics;

/// Whether two groups share a quantile, at any time (Howard and Ramdas 2022, Bernoulli 28:1704).
///
/// The evidence is what the least suspicious common quantile would leave: for every value the
/// evidence of both groups that it is not their quantile is put together, and the least taken.
///
/// @param probability which quantile, above 0 and below 1
/// @param tuning the size of a group at which it is strongest
/// @param alpha the level it is tuned for
public record QuantileSequence(double probability, double tuning, double alpha) {
  private static final int GRID = 512;
  private static final int GOLDEN_STEPS = 80;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /// How the evidence of both is put together.
  public enum Dependence {
    /// The groups know nothing of each other: evidence multiplies.
    INDEPENDENT {
      @Override
      double together(double first, double second) {
        return first + second;
      }
    },
    /// The groups are pairs: the mean is evidence whatever their dependence.
    PAIRED {
      @Override
      double together(double first, double second) {
        double greater = Math.max(first, second);
        return greater + Math.log((Math.exp(first - greater) + Math.exp(second - greater)) / 2);
      }
    };

    abstract double together(double first, double second);
  }

  /// The p-value of equal quantiles that holds however often one looks.
  public double p(Ordered first, Ordered second) {
    return p(first, second, 1, Dependence.INDEPENDENT);
  }

  /// The same.
  ///
  /// @param worth what one number is worth in independent numbers, above 0 and usually 1 at most
  public double p(Ordered first, Ordered second, double worth, Dependence dependence) {
    return Math.min(1, Math.exp(-logEvidence(first, second, worth, dependence)));
  }

  private double logEvidence(Ordered first, Ordered second, double worth, Dependence dependence) {
    Group one = group(first, worth);
    Group other = group(second, worth);
    return one.end <= other.end ? least(one, other, dependence) : least(other, one, dependence);
  }

  private static double least(Group lower, Group upper, Dependence dependence) {
    double least =
        Math.min(
            dependence.together(lower.logEvidence(lower.end), upper.logEvidence(lower.end)),
            dependence.together(lower.logEvidence(upper.start), upper.logEvidence(upper.start)));
    int from = Math.max(1, upper.numbers.lessOrEqual(lower.end));
    int to = upper.numbers.lessOrEqual(upper.start);
    return to - from <= GRID
        ? leastOfAll(lower, upper, from, to, least, dependence)
        : leastOfStretches(lower, upper, from, to, least, dependence);
  }

  private static double leastOfAll(
      Group lower, Group upper, int from, int to, double before, Dependence dependence) {
    double least = before;
    for (int i = from; i <= to; i++) {
      double value = upper.numbers.at(i);
      least =
          Math.min(least, dependence.together(lower.logEvidence(value), upper.logEvidence(value)));
    }
    return least;
  }

  // Between two places the lower group's evidence only rises and the upper's only falls: the ends
  // bound what lies between from below, so that no value is forgotten.
  private static double leastOfStretches(
      Group lower, Group upper, int from, int to, double before, Dependence dependence) {
    double least = before;
    double here = upper.numbers.at(from);
    for (int step = 1; step <= GRID; step++) {
      double next = upper.numbers.at(from + (int) ((long) (to - from) * step / GRID));
      least =
          Math.min(least, dependence.together(lower.logEvidence(here), upper.logEvidence(next)));
      here = next;
    }
    return least;
  }

  private Group group(Ordered numbers, double worth) {
    return new Group(new BetaBinomialMixture(probability, tuning, alpha), numbers, worth);
  }

  /// The numbers of one side with the stretch that is least suspicious of being their quantile.
  private static final class Group {
    private final BetaBinomialMixture mixture;
    private final Ordered numbers;
    private final double worth;
    private final double calmest;
    private final double start;
    private final double end;

    Group(BetaBinomialMixture mixture, Ordered numbers, double worth) {
      this.mixture = mixture;
      this.numbers = numbers;
      this.worth = worth;
      this.calmest = leastSuspicious();
      int size = numbers.size();
      this.start = numbers.at(Math.clamp((int) Math.ceil(calmest * size), 1, size));
      this.end = numbers.at(Math.clamp((int) Math.floor(calmest * size) + 1L, 1, size));
    }

    double logEvidence(double value) {
      double below =
          value < start
              ? (double) numbers.lessOrEqual(value) / numbers.size()
              : value > end ? (double) numbers.less(value) / numbers.size() : calmest;
      return ofShare(below);
    }

    private double ofShare(double below) {
      double trials = numbers.size() * worth;
      return mixture.logEvidence(below * trials, trials);
    }

    // The evidence is convex in the share: golden sections find its least.
    private double leastSuspicious() {
      double low = 0;
      double high = 1;
      for (int i = 0; i < GOLDEN_STEPS; i++) {
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        if (ofShare(left) < ofShare(right)) {
          high = right;
        } else {
          low = left;
        }
      }
      return (low + high) / 2;
    }
  }
}
