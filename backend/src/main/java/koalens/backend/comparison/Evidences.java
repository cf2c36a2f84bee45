package koalens.backend.comparison;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import koalens.backend.comparison.log.Call;
import koalens.backend.experiment.statistics.BettingSequence;
import koalens.backend.experiment.statistics.DesignEffect;
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
    double[] gemini = stratum.gemini().values(Metric.P95);
    double[] claude = stratum.claude().values(Metric.P95);
    Ordered first = Ordered.of(known(gemini));
    Ordered second = Ordered.of(known(claude));
    if (first.size() == 0 || second.size() == 0) {
      return Optional.empty();
    }
    double middle = (first.quantile(probability) + second.quantile(probability)) / 2;
    double worth =
        Math.min(
            worth(stratum.gemini(), above(gemini, middle)),
            worth(stratum.claude(), above(claude, middle)));
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

  private static Sample sample(double[] values) {
    double[] known = known(values);
    return Sample.ofSums(
        known.length, Arrays.stream(known).sum(), Arrays.stream(known).map(v -> v * v).sum());
  }

  static Proportion proportion(double[] values) {
    double[] known = known(values);
    return new Proportion((long) Arrays.stream(known).sum(), known.length);
  }

  static double[] known(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
  }

  private static double[] difference(double[] first, double[] second) {
    return IntStream.range(0, first.length).mapToDouble(i -> first[i] - second[i]).toArray();
  }

  private static double[] above(double[] values, double middle) {
    return Arrays.stream(values)
        .map(v -> Double.isNaN(v) ? Side.NOT_KNOWN : v > middle ? 1 : 0)
        .toArray();
  }

  // What one number is worth beside others of the same user.
  private double worth(Side side, double[] values) {
    if (!clustered) {
      return 1;
    }
    int[] known =
        IntStream.range(0, values.length).filter(i -> Double.isFinite(values[i])).toArray();
    long[] units = Arrays.stream(known).mapToObj(side.calls()::get).mapToLong(Call::unit).toArray();
    return 1 / DesignEffect.of(units, Arrays.stream(known).mapToDouble(i -> values[i]).toArray());
  }
}
