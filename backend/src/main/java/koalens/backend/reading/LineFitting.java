package koalens.backend.reading;

/// Finds the exact top and bottom of a line: the detector marks its core alone, and a strip that
/// cuts dots or tails off turns *ö* into *o* and *j* into *i*. Looks for the rows with the least
/// ink where the gaps to the neighbouring lines must be.
final class LineFitting {
  private static final int ROWS = 70;
  private static final int MOST_COLUMNS = 400;

  /// Half of what is looked at, nearest and likeliest gap, as shares of the detected height.
  private static final double REACH = 0.8;

  private static final double NEAREST = 0.42;
  private static final double LIKELIEST = 0.6;

  private LineFitting() {}

  static LinePath fitted(GreyImage image, LinePath line) {
    double[] ink = ink(image, line);
    double peak = 1;
    for (double row : ink) {
      peak = Math.max(peak, row);
    }
    double top = -gap(ink, peak, -1);
    double bottom = gap(ink, peak, 1);
    return line.between(top * line.height(), bottom * line.height());
  }

  // How far from the middle the gap lies, as a share of the height.
  private static double gap(double[] ink, double peak, int direction) {
    double best = Double.MAX_VALUE;
    double found = LIKELIEST;
    for (int row = 0; row < ROWS; row++) {
      double away = ((row + 0.5) / ROWS * 2 - 1) * REACH * direction;
      if (away >= NEAREST) {
        double cost = ink[row] / peak + 0.1 * Math.abs(away - LIKELIEST);
        if (cost < best) {
          best = cost;
          found = away;
        }
      }
    }
    return found;
  }

  /// How much each row changes from place to place: letters do, paper does not.
  private static double[] ink(GreyImage image, LinePath line) {
    var ink = new double[ROWS];
    int columns = (int) Math.clamp(line.length() / 1.5, 8, MOST_COLUMNS);
    for (int row = 0; row < ROWS; row++) {
      double across = ((row + 0.5) / ROWS * 2 - 1) * REACH * line.height();
      float before = -1;
      for (int column = 0; column < columns; column++) {
        double along = line.from() + (column + 0.5) / columns * line.length();
        float level = image.at(line.x(along, across) - 0.5, line.y(along, across) - 0.5);
        ink[row] += before < 0 ? 0 : Math.abs(level - before);
        before = level;
      }
    }
    return ink;
  }
}
