package koalens.backend.comparison;

import java.util.Arrays;
import java.util.Optional;
import koalens.backend.experiment.statistics.BettingSequence;
import koalens.backend.experiment.statistics.Estimate;
import koalens.backend.experiment.statistics.Ordered;
import koalens.backend.experiment.statistics.PairedProportions;
import koalens.backend.experiment.statistics.Proportion;
import koalens.backend.experiment.statistics.ProportionDifference;
import koalens.backend.experiment.statistics.QuantileRatio;
import koalens.backend.experiment.statistics.QuantileSequence;
import koalens.backend.experiment.statistics.Sample;

/// Makes [Evidence] of a stratum's numbers.
///
/// @param stratum whose
/// @param policy how it is tuned
/// @param clustered whether one user may have several analyses
record Evidences(Stratum stratum, Policy policy, boolean clustered) {
  Evidences(Stratum stratum, Policy policy) {
    this(stratum, policy, stratum.gemini().isClustered() || stratum.claude().isClustered());
  }

  /// The evidence on a metric; none where the log does not say enough.
  Optional<Evidence> of(Metric metric) {
    return switch (metric) {
      case CRITICAL_ERROR, WRONG_VERDICT, ERROR_RATE -> shares(metric);
      case P95 -> times(0.95);
      case COST -> means(stratum.gemini().values(metric), stratum.claude().values(metric));
    };
  }

  private Optional<Evidence> shares(Metric metric) {
    double[] gemini = stratum.gemini().values(metric);
    double[] claude = stratum.claude().values(metric);
    return stratum.paired() ? pairedShares(gemini, claude) : splitShares(gemini, claude);
  }

  private Optional<Evidence> pairedShares(double[] gemini, double[] claude) {
    PairedProportions pairs = Pairs.of(gemini, claude);
    if (pairs.items() == 0) {
      return Optional.empty();
    }
    double worth = worth(stratum.gemini(), difference(gemini, claude));
    return Optional.of(new Evidence.Shares(BettingSequence.ofPairs(pairs, worth)));
  }

  private Optional<Evidence> splitShares(double[] gemini, double[] claude) {
    var groups = new ProportionDifference(proportion(gemini), proportion(claude));
    if (groups.first().of() == 0 || groups.second().of() == 0) {
      return Optional.empty();
    }
    double worth = Math.min(worth(stratum.gemini(), gemini), worth(stratum.claude(), claude));
    return Optional.of(
        new Evidence.Shares(BettingSequence.ofGroups(groups, stratum.toGemini(), worth)));
  }

  /// The evidence on a quantile of times.
  Optional<Evidence> times(double probability) {
    Ordered first = stratum.gemini().times();
    Ordered second = stratum.claude().times();
    if (first.size() == 0 || second.size() == 0) {
      return Optional.empty();
    }
    double middle = (first.quantile(probability) + second.quantile(probability)) / 2;
    double worth = Math.min(above(stratum.gemini(), middle), above(stratum.claude(), middle));
    return Optional.of(
        new Evidence.Times(
            new QuantileRatio(
                new QuantileSequence(probability, policy.tuning(), policy.alpha()),
                first,
                second,
                worth,
                stratum.paired()
                    ? QuantileSequence.Dependence.PAIRED
                    : QuantileSequence.Dependence.INDEPENDENT)));
  }

  /// The evidence on means; none where one of them is zero.
  Optional<Evidence> means(double[] gemini, double[] claude) {
    Sample first = sample(gemini);
    Sample second = sample(claude);
    if (first.size() < 2 || second.size() < 2 || first.mean() <= 0 || second.mean() <= 0) {
      return Optional.empty();
    }
    Estimate estimate =
        stratum.paired()
            ? Estimate.logRatioOfPairs(gemini, claude)
            : Estimate.logRatio(first, second);
    double worth = Math.min(worth(stratum.gemini(), gemini), worth(stratum.claude(), claude));
    return Optional.of(new Evidence.Means(estimate.scaled(worth), policy.tuning()));
  }

  static Sample sample(double[] values) {
    double sum = 0;
    double squares = 0;
    int known = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        squares += value * value;
        known++;
      }
    }
    return Sample.ofSums(known, sum, squares);
  }

  static Proportion proportion(double[] values) {
    long ones = 0;
    long known = 0;
    for (double value : values) {
      known += Double.isNaN(value) ? 0 : 1;
      ones += value > 0 ? 1 : 0;
    }
    return new Proportion(ones, known);
  }

  static double[] known(double[] values) {
    double[] known = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        known[count++] = value;
      }
    }
    return Arrays.copyOf(known, count);
  }

  private static double[] difference(double[] first, double[] second) {
    double[] differences = new double[first.length];
    Arrays.setAll(differences, i -> first[i] - second[i]);
    return differences;
  }

  // What a call's being above the middle is worth.
  private double above(Side side, double middle) {
    if (!clustered) {
      return 1;
    }
    double[] values = side.values(Metric.P95);
    double[] above = new double[values.length];
    Arrays.setAll(
        above, i -> Double.isNaN(values[i]) ? Side.NOT_KNOWN : values[i] > middle ? 1 : 0);
    return worth(side, above);
  }

  // What one number is worth beside others of the same user.
  private double worth(Side side, double[] values) {
    return clustered ? 1 / side.users().designEffect(values) : 1;
  }
}
