package koalens.cli;

import java.util.Locale;
import koalens.backend.experiment.statistics.Interval;
import koalens.backend.experiment.statistics.Proportion;

/// A share in words.
final class ShareText {
  /// Of the intervals that commands tell.
  static final double CONFIDENCE = 0.95;

  private ShareText() {}

  /// With its interval: `15 of 148, 10.1 % (95 % interval 6.2 to 16.1)`.
  static String of(Proportion share) {
    Interval interval = share.wilson(CONFIDENCE);
    return String.format(
        Locale.ROOT,
        "%d of %d, %.1f %% (95 %% interval %.1f to %.1f)",
        share.hits(),
        share.of(),
        100 * share.share(),
        100 * interval.low(),
        100 * interval.high());
  }

  static String percent(Proportion share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share.share());
  }
}
