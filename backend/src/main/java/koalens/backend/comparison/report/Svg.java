package koalens.backend.comparison.report;

/// Draws into one SVG picture: axes, lines, bars, bands. Colours come from the page's classes.
final class Svg {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 260;
  private static final int LEFT = 66;
  private static final int RIGHT = 16;
  private static final int TOP = 14;
  private static final int BOTTOM = 40;

  private final StringBuilder out = new StringBuilder();
  private final Scale across;
  private final Scale up;

  Svg(String title, Scale across, Scale up) {
    this.across = across;
    this.up = up;
    out.append(
        Figure.format(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n<title>%s</title>\n",
            WIDTH, HEIGHT, Html.escape(title), Html.escape(title)));
    axes();
  }

  private void axes() {
    for (double tick : up.ticks()) {
      line("grid", across.low(), tick, across.high(), tick);
      text(LEFT - 6, y(tick) + 4, "end", up.label(tick));
    }
    for (double tick : across.ticks()) {
      line("grid", tick, up.low(), tick, up.high());
      text(x(tick), HEIGHT - BOTTOM + 16, "middle", across.label(tick));
    }
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", across.name());
  }

  private double x(double value) {
    return LEFT + across.place(value) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - up.place(value) * (HEIGHT - TOP - BOTTOM);
  }

  void line(String kind, double fromX, double fromY, double toX, double toY) {
    out.append(
        Figure.format(
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
            kind, x(fromX), y(fromY), x(toX), y(toY)));
  }

  void path(String kind, double[] xs, double[] ys) {
    out.append("<polyline class=\"").append(kind).append("\" points=\"");
    points(xs, ys, false);
    out.append("\"/>\n");
  }

  void band(String kind, double[] xs, double[] lows, double[] highs) {
    out.append("<polygon class=\"").append(kind).append("\" points=\"");
    points(xs, lows, false);
    points(xs, highs, true);
    out.append("\"/>\n");
  }

  private void points(double[] xs, double[] ys, boolean backwards) {
    for (int i = 0; i < xs.length; i++) {
      int at = backwards ? xs.length - 1 - i : i;
      out.append(Figure.format("%.1f,%.1f ", x(xs[at]), y(ys[at])));
    }
  }

  void bar(String kind, double fromX, double toX, double fromY, double toY) {
    double top = Math.min(y(fromY), y(toY));
    out.append(
        Figure.format(
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
            kind, x(fromX), top, Math.max(0.5, x(toX) - x(fromX)), Math.abs(y(fromY) - y(toY))));
  }

  void dot(String kind, double atX, double atY) {
    out.append(
        Figure.format(
            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>\n", kind, x(atX), y(atY)));
  }

  void label(double atX, double atY, String words) {
    text(x(atX), y(atY), "middle", words);
  }

  private void text(double atX, double atY, String anchor, String words) {
    out.append(
        Figure.format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
            atX, atY, anchor, Html.escape(words)));
  }

  String end() {
    return out.append("</svg>\n").toString();
  }
}
