package koalens.backend.comparison.report;

import java.util.Locale;
import koalens.backend.comparison.Metric;
import koalens.backend.comparison.Report;
import koalens.backend.experiment.statistics.ChiSquaredTest;
import koalens.backend.experiment.statistics.Interval;
import koalens.backend.experiment.statistics.Proportion;

/// Writes numbers for people, the same in every country.
final class Figure {
  private static final double MILLION = 1e6;

  private Figure() {}

  static String percent(double share) {
    return Double.isNaN(share) ? "–" : format("%.2f %%", 100 * share);
  }

  static String coefficient(double value) {
    return Double.isNaN(value) ? "–" : format("%.3f", value);
  }

  static String points(double share) {
    return format("%+.2f", 100 * share);
  }

  static String millis(double millis) {
    return Double.isInfinite(millis) ? "∞" : Double.isNaN(millis) ? "–" : format("%.0f ms", millis);
  }

  static String dollars(double micros) {
    return Double.isInfinite(micros)
        ? "∞"
        : Double.isNaN(micros) ? "unknown" : format("$%.6f", micros / MILLION);
  }

  static String ratio(double ratio) {
    return Double.isInfinite(ratio) ? "∞" : format("×%.3f", ratio);
  }

  static String value(Metric.Kind kind, String name, double value) {
    return switch (kind) {
      case SHARE -> percent(value);
      case RATIO -> name.equals("cost") ? dollars(value) : millis(value);
    };
  }

  static String difference(Metric.Kind kind, double value) {
    return switch (kind) {
      case SHARE -> points(value) + " points";
      case RATIO -> ratio(value);
    };
  }

  static String interval(Metric.Kind kind, Interval interval) {
    return switch (kind) {
      case SHARE -> points(interval.low()) + " to " + points(interval.high());
      case RATIO -> ratio(interval.low()) + " to " + ratio(interval.high());
    };
  }

  static String proportion(Proportion proportion) {
    return proportion.of() == 0
        ? "–"
        : format(
            "%.2f %% (%d of %d)", 100 * proportion.share(), proportion.hits(), proportion.of());
  }

  static String pairedTimes(Report.PairedTimes times) {
    return format(
        "of the same analysis gemini takes %s as long, at one look %s to %s (Hodges-Lehmann, %d"
            + " pairs), Wilcoxon p %.3g",
        ratio(times.ratio()),
        ratio(times.interval().low()),
        ratio(times.interval().high()),
        times.pairs(),
        times.p());
  }

  static String shift(ChiSquaredTest bowker) {
    return format(
        "shift between verdicts at one look: Bowker's chi-squared %.2f, %d df, p %.3g",
        bowker.statistic(), bowker.degreesOfFreedom(), bowker.p());
  }

  // The annotation it asks for would be a library more.
  @SuppressWarnings("AnnotateFormatMethod")
  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
