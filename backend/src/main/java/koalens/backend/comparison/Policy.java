package koalens.backend.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// By what rules a provider is chosen. Written before the experiment, not after.
///
/// @param alpha how often a gate may open, or a provider be called better, where that is wrong
/// @param primary what a provider has to be better by to be promoted
/// @param gates what it may not be worse by
/// @param margins by how much more is still no worse
/// @param tuning the number of analyses at which intervals are narrowest
/// @param minimumShare modalities with a smaller share of the calls decide nothing
/// @param toGemini the share of units meant for gemini, where the log does not say
public record Policy(
    double alpha,
    Metric primary,
    List<Metric> gates,
    Map<Metric, Double> margins,
    double tuning,
    double minimumShare,
    double toGemini) {

  /// What holds when nothing is configured.
  public static final Policy STANDARD =
      new Policy(0.05, Metric.WRONG_VERDICT, List.of(Metric.values()), Map.of(), 2_000, 0.05, 0.5);

  /// Copies the collections; margins that are not given are the metrics' own.
  ///
  /// @throws IllegalArgumentException for a number that makes no sense, named
  public Policy {
    gates = List.copyOf(gates);
    var all = new EnumMap<Metric, Double>(Metric.class);
    for (Metric metric : Metric.values()) {
      all.put(metric, margins.getOrDefault(metric, metric.standardMargin()));
    }
    margins = Map.copyOf(all);
    require(alpha > 0 && alpha < 0.5, "alpha is above 0 and below 0.5");
    require(!gates.isEmpty(), "gates name one metric at least");
    require(tuning >= 1 && tuning < 1e9, "tuning is from 1 to below a billion");
    require(minimumShare >= 0 && minimumShare < 1, "minimum-share is from 0 to below 1");
    require(toGemini > 0 && toGemini < 1, "to-gemini is above 0 and below 1");
    all.forEach((metric, margin) ->
        require(margin > 0 && margin < 10, "margin." + metric.word() + " is above 0 and below 10"));
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /// By how much more of a metric is still no worse.
  public double margin(Metric metric) {
    return margins.getOrDefault(metric, metric.standardMargin());
  }

  /// The same with other gates.
  public Policy withGates(List<Metric> others) {
    return new Policy(alpha, primary, others, margins, tuning, minimumShare, toGemini);
  }
}
