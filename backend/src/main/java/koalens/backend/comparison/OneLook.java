package koalens.backend.comparison;

import java.util.Locale;
import koalens.backend.experiment.statistics.Interval;
import koalens.backend.experiment.statistics.PairedProportions;
import koalens.backend.experiment.statistics.ProportionDifference;

/// The classical test beside an interval: right for who looks once, and does not ask again.
final class OneLook {
  private static final double CONFIDENCE = 0.95;

  private OneLook() {}

  /// In words; empty for what has none.
  static String of(Stratum stratum, Metric metric) {
    return switch (metric) {
      case CRITICAL_ERROR, WRONG_VERDICT, ERROR_RATE ->
          shares(stratum, stratum.gemini().values(metric), stratum.claude().values(metric));
      case P95, COST -> "";
    };
  }

  private static String shares(Stratum stratum, Series gemini, Series claude) {
    return stratum.paired()
        ? pairs(Pairs.of(gemini, claude))
        : groups(
            new ProportionDifference(Evidences.proportion(gemini), Evidences.proportion(claude)));
  }

  private static String pairs(PairedProportions pairs) {
    return String.format(
        Locale.ROOT,
        "McNemar %d:%d, mid-p %.3g, %s",
        pairs.onlyFirst(),
        pairs.onlySecond(),
        pairs.midP(),
        newcombe(pairs.newcombe(CONFIDENCE)));
  }

  private static String groups(ProportionDifference groups) {
    String newcombe = newcombe(groups.newcombe(CONFIDENCE));
    return groups.isFew()
        ? String.format(Locale.ROOT, "%s, Fisher p %.3g", newcombe, groups.fisher())
        : newcombe;
  }

  private static String newcombe(Interval interval) {
    return String.format(Locale.ROOT, "Newcombe %.4f to %.4f", interval.low(), interval.high());
  }
}
