package koalens.backend.comparison.report;

import koalens.backend.comparison.Metric;
import koalens.backend.comparison.Report;

/// Draws a difference small, in margins: within one margin of none neither is worse.
final class Strip {
  private static final double REACH = 3;
  private static final int WIDTH = 260;
  private static final int HEIGHT = 26;

  private Strip() {}

  static String of(Report.Contrast contrast, double margin) {
    double low = margins(contrast, contrast.interval().low(), margin);
    double high = margins(contrast, contrast.interval().high(), margin);
    double value = margins(contrast, contrast.difference(), margin);
    String words =
        "%s, possible %s"
            .formatted(
                Figure.difference(contrast.kind(), contrast.difference()),
                Figure.interval(contrast.kind(), contrast.interval()));
    int middle = HEIGHT / 2;
    return Figure.format(
        """
        <svg class="strip" viewBox="0 0 %d %d" role="img" aria-label="%s"><title>%s</title>\
        <rect class="allowed" x="%.1f" y="3" width="%.1f" height="%d" rx="3"/>\
        <line class="one" x1="%.1f" y1="1" x2="%.1f" y2="%d"/>\
        <line class="whisker" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/>\
        <circle class="both" cx="%.1f" cy="%d" r="4"/></svg>\
        """,
        WIDTH,
        HEIGHT,
        Html.escape(words),
        Html.escape(words),
        x(-1),
        x(1) - x(-1),
        HEIGHT - 6,
        x(0),
        x(0),
        HEIGHT - 1,
        x(low),
        middle,
        x(high),
        middle,
        x(value),
        middle);
  }

  private static double margins(Report.Contrast contrast, double value, double margin) {
    return contrast.kind() == Metric.Kind.SHARE
        ? value / margin
        : Math.log(Math.max(value, 1e-9)) / Math.log1p(margin);
  }

  private static double x(double margins) {
    double shown = Double.isNaN(margins) ? 0 : Math.clamp(margins, -REACH, REACH);
    return 6 + (shown + REACH) / (2 * REACH) * (WIDTH - 12);
  }
}
