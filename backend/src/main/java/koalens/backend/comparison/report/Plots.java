package koalens.backend.comparison.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.DoubleStream;
import koalens.backend.comparison.Metric;
import koalens.backend.comparison.Report;

/// The pictures of a report.
final class Plots {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private Plots() {}

  /// How many calls take how long at most.
  static String times(Report.Figures figures) {
    double[] all =
        DoubleStream.concat(finite(figures.gemini()), finite(figures.claude())).sorted().toArray();
    if (all.length == 0) {
      return "";
    }
    var svg =
        new Svg(
            "Share of calls answered within a time",
            Scale.logarithmic(
                "milliseconds", all[0] / 1.2, all[all.length - 1] * 1.2, Plots::whole),
            Scale.linear("", 0, 1, v -> whole(100 * v) + " %"));
    side(svg, "gemini", figures.gemini());
    side(svg, "claude", figures.claude());
    return svg.end();
  }

  private static DoubleStream finite(Report.Provider provider) {
    return provider.times().stream().mapToDouble(Report.Quantile::value).filter(Double::isFinite);
  }

  private static void side(Svg svg, String kind, Report.Provider provider) {
    List<Report.Quantile> shown =
        provider.times().stream().filter(q -> Double.isFinite(q.value())).toList();
    svg.path(
        kind + " line",
        shown.stream().mapToDouble(Report.Quantile::value).toArray(),
        shown.stream().mapToDouble(Report.Quantile::probability).toArray());
    shown.forEach(q -> svg.dot(kind, q.value(), q.probability()));
  }

  /// How many times as long gemini takes at the same quantile.
  static String ratios(Report.Figures figures) {
    List<Report.Contrast> times =
        figures.contrasts().stream()
            .filter(contrast -> contrast.name().startsWith("p"))
            .filter(contrast -> Double.isFinite(contrast.difference()))
            .toList();
    if (times.isEmpty()) {
      return "";
    }
    double[] ends =
        times.stream()
            .flatMapToDouble(
                t -> DoubleStream.of(t.interval().low(), t.interval().high(), t.difference()))
            .filter(v -> v > 0 && Double.isFinite(v))
            .toArray();
    double low = Math.min(0.9, DoubleStream.of(ends).min().orElse(1));
    double high = Math.max(1.1, DoubleStream.of(ends).max().orElse(1));
    var svg =
        new Svg(
            "Gemini's time divided by Claude's",
            Scale.linear("quantile", 0, times.size() + 1.0, v -> quantile(times, v)),
            Scale.logarithmic("", Math.max(low, 0.02), Math.min(high, 50), Figure::ratio));
    svg.line("one", 0, 1, times.size() + 1.0, 1);
    for (int i = 0; i < times.size(); i++) {
      Report.Contrast time = times.get(i);
      svg.line("whisker", i + 1.0, time.interval().low(), i + 1.0, time.interval().high());
      svg.dot("both", i + 1.0, time.difference());
    }
    return svg.end();
  }

  private static String quantile(List<Report.Contrast> times, double tick) {
    int index = (int) Math.round(tick) - 1;
    return Math.abs(tick - Math.round(tick)) < 1e-9 && index >= 0 && index < times.size()
        ? times.get(index).name()
        : "";
  }

  /// What an analysis costs at each prices.
  static String costs(Report.Figures figures) {
    List<Report.PriceView> shown =
        figures.prices().stream()
            .filter(view -> Double.isFinite(view.gemini()) && Double.isFinite(view.claude()))
            .toList();
    double most =
        shown.stream().mapToDouble(view -> Math.max(view.gemini(), view.claude())).max().orElse(0);
    if (most <= 0) {
      return "";
    }
    var svg =
        new Svg(
            "Cost of an analysis at logged, current and announced prices",
            Scale.linear("", 0, shown.size(), v -> ""),
            Scale.linear("", 0, most * 1.15, Figure::dollars));
    for (int i = 0; i < shown.size(); i++) {
      svg.bar("gemini", i + 0.2, i + 0.5, 0, shown.get(i).gemini());
      svg.bar("claude", i + 0.5, i + 0.8, 0, shown.get(i).claude());
      svg.label(i + 0.5, most * 1.07, shown.get(i).name());
    }
    return svg.end();
  }

  /// How many calls when.
  static String traffic(Report.Figures figures) {
    Report.Traffic traffic = figures.traffic();
    int most =
        Math.max(
            traffic.gemini().stream().mapToInt(Integer::intValue).max().orElse(0),
            traffic.claude().stream().mapToInt(Integer::intValue).max().orElse(0));
    double end = traffic.from() + (double) traffic.width() * traffic.gemini().size();
    var svg =
        new Svg(
            "Calls over time",
            Scale.linear(
                "UTC",
                (double) traffic.from(),
                end,
                v -> MOMENT.format(Instant.ofEpochMilli((long) v))),
            Scale.linear("", 0, Math.max(1, most * 1.1), Plots::whole));
    for (int i = 0; i < traffic.gemini().size(); i++) {
      double from = traffic.from() + (double) traffic.width() * i;
      double middle = from + traffic.width() / 2.0;
      svg.bar("gemini", from, middle, 0, traffic.gemini().get(i));
      svg.bar("claude", middle, from + traffic.width(), 0, traffic.claude().get(i));
    }
    return svg.end();
  }

  /// What was possible after how many analyses.
  static String sequence(Report.Sequence sequence, double margin) {
    boolean ratio = sequence.metric().kind() == Metric.Kind.RATIO;
    List<Report.Step> steps = sequence.steps();
    double[] xs = steps.stream().mapToDouble(Report.Step::analyses).toArray();
    double[] lows = steps.stream().mapToDouble(step -> step.interval().low()).toArray();
    double[] highs = steps.stream().mapToDouble(step -> step.interval().high()).toArray();
    double reach =
        DoubleStream.concat(
                DoubleStream.of(lows).skip(steps.size() / 2),
                DoubleStream.of(highs).skip(steps.size() / 2))
            .map(v -> ratio ? v : Math.abs(v))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    var svg =
        new Svg(
            sequence.metric().word() + ": gemini against claude after each number of analyses",
            Scale.logarithmic("analyses", xs[0], xs[xs.length - 1], Plots::whole),
            ratio
                ? Scale.logarithmic(
                    "", 1 / Math.clamp(reach, 1.5, 20), Math.clamp(reach, 1.5, 20), Figure::ratio)
                : Scale.linear(
                    "", -Math.min(reach, 1), Math.min(reach, 1), v -> Figure.points(v) + " pts"));
    svg.band("band", xs, lows, highs);
    double none = ratio ? 1 : 0;
    svg.line("one", xs[0], none, xs[xs.length - 1], none);
    svg.line(
        "margin",
        xs[0],
        ratio ? 1 + margin : margin,
        xs[xs.length - 1],
        ratio ? 1 + margin : margin);
    svg.line(
        "margin",
        xs[0],
        ratio ? 1 / (1 + margin) : -margin,
        xs[xs.length - 1],
        ratio ? 1 / (1 + margin) : -margin);
    svg.path("both line", xs, steps.stream().mapToDouble(Report.Step::value).toArray());
    return svg.end();
  }

  private static String whole(double value) {
    return Figure.format(Math.abs(value) < 1 && value != 0 ? "%.2f" : "%.0f", value);
  }
}
