package koalens.backend.experiment.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/// Shifts that a few wild numbers do not move (Hollander and Wolfe 1973).
public final class SignedRanks {
  private static final int MOST_PAIRS = 4_000_000;

  private SignedRanks() {}

  /// Wilcoxon's signed rank test of paired differences, two-sided; 1 where nothing differs.
  ///
  /// @param differences first less second
  public static double wilcoxonP(double... differences) {
    return Arrays.stream(differences).allMatch(difference -> difference == 0)
        ? 1
        : wilcoxon(differences, AlternativeHypothesis.TWO_SIDED).p();
  }

  /// Wilcoxon's signed rank test of paired differences.
  ///
  /// @param differences first less second
  /// @return the rank sum of the positive, and the two-sided or one-sided p-value
  public static RankTest wilcoxon(double[] differences, AlternativeHypothesis alternative) {
    var result = WilcoxonSignedRankTest.withDefaults().with(alternative).test(differences);
    return new RankTest(result.getStatistic(), result.getPValue());
  }

  /// The Mann–Whitney test of two groups.
  public static RankTest mannWhitney(
      double[] first, double[] second, AlternativeHypothesis alternative) {
    var result = MannWhitneyUTest.withDefaults().with(alternative).test(first, second);
    return new RankTest(result.getStatistic(), result.getPValue());
  }

  /// The median of the differences between the groups (Hodges and Lehmann 1963).
  ///
  /// @throws IllegalArgumentException when there are more than four million pairs
  public static double shift(double[] first, double[] second) {
    requireFew((long) first.length * second.length);
    double[] gaps = new double[first.length * second.length];
    int next = 0;
    for (double one : first) {
      for (double other : second) {
        gaps[next++] = one - other;
      }
    }
    return Ordered.of(gaps).quantile(0.5);
  }

  private static void requireFew(long pairs) {
    if (pairs > MOST_PAIRS) {
      throw new IllegalArgumentException("too many pairs to put in order: " + pairs);
    }
  }
}
