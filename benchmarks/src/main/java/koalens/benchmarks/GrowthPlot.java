package koalens.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws curves as times the smallest, both axes logarithmic: a straight line up to the corner is
/// linear growth.
record GrowthPlot(List<GrowthCurve> curves) {
  private static final int SIZE = 320;
  private static final int LEFT = 50;
  private static final int TOP = 14;
  private static final int KEY = 20;
  private static final List<String> COLOURS = List.of("#2166ac", "#b2182b", "#1b7837", "#e08214");
  private static final List<Integer> TICKS = List.of(1, 10, 100);

  GrowthPlot {
    curves = List.copyOf(curves);
  }

  String svg() {
    int height = TOP + SIZE + 60 + KEY * curves.size();
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img" \
    aria-label="How processor time grows">
    <rect width="100%%" height="100%%" fill="white"/>
    %s%s</svg>
    """
        .formatted(
            LEFT + SIZE + 60,
            height,
            axes(),
            IntStream.range(0, curves.size()).mapToObj(this::curve).collect(Collectors.joining()));
  }

  private static String axes() {
    return TICKS.stream()
        .map(tick ->
            String.format(
                Locale.ROOT,
                """
                <path d="M%1$.1f %2$.1fV%3$.1fM%4$.1f %5$.1fH%6$.1f" stroke="#ccc"/>
                <text x="%1$.1f" y="%7$.1f" text-anchor="middle">%8$d×</text>
                <text x="%9$.1f" y="%10$.1f" text-anchor="end">%8$d×</text>
                """,
                x(tick),
                y(1),
                y(100),
                x(1),
                y(tick),
                x(100),
                y(1) + 28,
                tick,
                LEFT - 8.0,
                y(tick) + 4))
        .collect(Collectors.joining());
  }

  private String curve(int index) {
    GrowthCurve curve = curves.get(index);
    String colour = COLOURS.get(index % COLOURS.size());
    String points =
        IntStream.range(0, curve.times().size())
            .mapToObj(i ->
                String.format(Locale.ROOT, "%.1f,%.1f", x(curve.times().get(i)), y(curve.ratio(i))))
            .collect(Collectors.joining(" "));
    double key = y(1) + 52 + KEY * index;
    return String.format(
        Locale.ROOT,
        """
        <polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>
        <text x="%.1f" y="%.1f" fill="%s">%s: exponent %.2f</text>
        """,
        points,
        colour,
        x(1),
        key,
        colour,
        curve.name(),
        curve.exponent());
  }

  private static double x(double times) {
    return LEFT + place(times) * SIZE;
  }

  private static double y(double times) {
    return TOP + (1 - place(times)) * SIZE;
  }

  // What is a little below 1 or above 100 is noise or worse than linear: drawn as it is.
  private static double place(double times) {
    return Math.log10(times) / 2;
  }
}
