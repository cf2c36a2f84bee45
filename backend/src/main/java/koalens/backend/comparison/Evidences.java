package koalens.backend.comparison;

import java.util.Optional;
import java.util.stream.Stream;
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
record Evidences(Stratum stratum, Policy policy) {
  /// The evidence on a metric; none where the log does not say enough.
  Optional<Evidence> of(Metric metric) {
    return switch (metric) {
      case CRITICAL_ERROR, WRONG_VERDICT, ERROR_RATE -> shares(metric);
      case P95 -> times(0.95);
      case COST -> costs();
    };
  }

  private Optional<Evidence> costs() {
    Side gemini = stratum.gemini();
    Side claude = stratum.claude();
    return gemini.isPriced() && claude.isPriced()
        ? means(gemini.values(Metric.COST), claude.values(Metric.COST))
        : Optional.empty();
  }

  private Optional<Evidence> shares(Metric metric) {
    Series gemini = stratum.gemini().values(metric);
    Series claude = stratum.claude().values(metric);
    return stratum.paired() ? pairedShares(gemini, claude) : splitShares(gemini, claude);
  }

  private Optional<Evidence> pairedShares(Series gemini, Series claude) {
    PairedProportions pairs = Pairs.of(gemini, claude);
    if (pairs.items() == 0) {
      return Optional.empty();
    }
    double worth = worth(stratum.gemini(), difference(gemini, claude));
    return Optional.of(new Evidence.Shares(BettingSequence.ofPairs(pairs, worth)));
  }

  private Optional<Evidence> splitShares(Series gemini, Series claude) {
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
    Stream.of(stratum.gemini(), stratum.claude()).parallel().forEach(Side::times);
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
  Optional<Evidence> means(Series gemini, Series claude) {
    Sample first = sample(gemini);
    Sample second = sample(claude);
    if (first.size() < 2 || second.size() < 2 || first.mean() <= 0 || second.mean() <= 0) {
      return Optional.empty();
    }
    Estimate estimate =
        stratum.paired()
            ? Estimate.logRatioOfPairs(gemini.size(), gemini.numbers(), claude.numbers())
            : Estimate.logRatio(first, second);
    double worth = Math.min(worth(stratum.gemini(), gemini), worth(stratum.claude(), claude));
    return Optional.of(new Evidence.Means(estimate.scaled(worth), policy.tuning()));
  }

  static Sample sample(Series values) {
    double sum = 0;
    double squares = 0;
    int known = 0;
    for (int i = 0; i < values.size(); i++) {
      double value = values.at(i);
      if (!Double.isNaN(value)) {
        sum += value;
        squares += value * value;
        known++;
      }
    }
    return Sample.ofSums(known, sum, squares);
  }

  static Proportion proportion(Series values) {
    long ones = 0;
    long known = 0;
    for (int i = 0; i < values.size(); i++) {
      double value = values.at(i);
      known += Double.isNaN(value) ? 0 : 1;
      ones += value > 0 ? 1 : 0;
    }
    return new Proportion(ones, known);
  }

  private static Series difference(Series first, Series second) {
    return new Series(first.size(), i -> first.at(i) - second.at(i));
  }

  // What a call's being above the middle is worth.
  private static double above(Side side, double middle) {
    Series times = side.values(Metric.P95);
    return worth(side, new Series(times.size(), i -> above(times.at(i), middle)));
  }

  private static double above(double time, double middle) {
    return Double.isNaN(time) ? Side.NOT_KNOWN : time > middle ? 1 : 0;
  }

  // What one number is worth beside others of the same user or label.
  private static double worth(Side side, Series values) {
    return 1 / side.designEffect(values);
  }
}
