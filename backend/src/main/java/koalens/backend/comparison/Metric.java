package koalens.backend.comparison;

import java.util.Map;
import java.util.Optional;

/// What providers are compared by. Of all of them less is better.
public enum Metric {
  /// The share of non-vegan items that were called vegan.
  CRITICAL_ERROR("critical-error", Kind.SHARE, 0.005),
  /// The share of items with a known verdict that got another or none.
  WRONG_VERDICT("wrong-verdict", Kind.SHARE, 0.02),
  /// The share of calls without a valid answer.
  ERROR_RATE("error-rate", Kind.SHARE, 0.01),
  /// The time that 95 of 100 calls keep within; a failure takes for ever.
  P95("p95", Kind.RATIO, 0.20),
  /// The mean cost of an analysis, as logged.
  COST("cost", Kind.RATIO, 0.25);

  private static final Map<String, Metric> BY_WORD =
      Map.of(
          "critical-error", CRITICAL_ERROR,
          "wrong-verdict", WRONG_VERDICT,
          "error-rate", ERROR_RATE,
          "p95", P95,
          "cost", COST);

  /// How two values of a metric are set against each other.
  public enum Kind {
    /// By their difference.
    SHARE,
    /// By their ratio.
    RATIO
  }

  private final String word;
  private final Kind kind;
  private final double margin;

  Metric(String word, Kind kind, double margin) {
    this.word = word;
    this.kind = kind;
    this.margin = margin;
  }

  /// Its name in policies and reports.
  public String word() {
    return word;
  }

  /// How two values are set against each other.
  public Kind kind() {
    return kind;
  }

  /// By how much more is still no worse, unless the policy says otherwise: of a share the
  /// difference, of a ratio what it may exceed 1 by.
  public double standardMargin() {
    return margin;
  }

  /// The metric of that name.
  public static Optional<Metric> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
