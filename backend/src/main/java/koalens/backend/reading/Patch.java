package koalens.backend.reading;

import java.util.List;

/// A part of a label as its text runs over it: askew, bent and fanning out. Places on it are told
/// along and down the text from its middle, in pixels of the picture, as if it lay flat.
///
/// @param originX its middle in the picture
/// @param originY the same
/// @param angle in which the text runs there, in radians, clockwise from the right
/// @param fan how much steeper it runs for each pixel farther down
/// @param bend of its rows, as of [LinePath]
/// @param area what of it is looked at
record Patch(double originX, double originY, double angle, double fan, double bend, FlatArea area) {
  /// Shorter lines, in their heights, do not tell how the text runs.
  private static final double LEAST_LENGTH = 10;

  /// Rows of one paragraph are no further apart, in heights of a line.
  private static final double NEIGHBOURS = 2.2;

  /// Steeper text is another's.
  private static final double STEEPEST = 0.5;

  /// A part of a flat label.
  record FlatArea(double left, double top, double right, double bottom) {
    double width() {
      return right - left;
    }

    double height() {
      return bottom - top;
    }

    boolean holds(double along, double down) {
      return along >= left && along <= right && down >= top && down <= bottom;
    }

    private FlatArea wider(double margin) {
      return new FlatArea(left - margin, top - margin, right + margin, bottom + margin);
    }
  }

  /// The patch that lines of one text lie on, and a margin.
  ///
  /// @param page all lines of its page, which tell how it runs where its own are too short for it
  /// @param margin in heights of a row
  static Patch around(List<LinePath> lines, List<LinePath> page, double margin) {
    double x = lines.stream().mapToDouble(LinePath::middleX).average().orElse(0);
    double y = lines.stream().mapToDouble(LinePath::middleY).average().orElse(0);
    List<LinePath> own = telling(lines);
    List<LinePath> asked = own.isEmpty() ? telling(page) : own;
    double angle = Layout.direction(asked.isEmpty() ? lines : asked);
    var flat = new Patch(x, y, angle, 0, 0, new FlatArea(0, 0, 0, 0));
    Patch bent = asked.isEmpty() ? flat : flat.like(asked);
    double height = Layout.median(lines.stream().mapToDouble(LinePath::height).toArray());
    return bent.with(bent.extent(lines).wider(margin * height));
  }

  private static List<LinePath> telling(List<LinePath> lines) {
    return lines.stream().filter(line -> line.length() > LEAST_LENGTH * line.height()).toList();
  }

  private Patch with(FlatArea wanted) {
    return new Patch(originX, originY, angle, fan, bend, wanted);
  }

  /// The same bent and fanning out as the lines are. Long lines tell most.
  private Patch like(List<LinePath> lines) {
    double weights = 0;
    double bends = 0;
    for (LinePath line : lines) {
      double weight = Math.pow(line.length(), 3);
      weights += weight;
      bends += weight * line.bend();
    }
    var bent = new Patch(originX, originY, angle, 0, bends / weights, area);
    return bent.fanned(lines);
  }

  // The line through how steep the rows are against how far down they lie, by least squares.
  private Patch fanned(List<LinePath> lines) {
    double weights = 0, down = 0, steep = 0, squares = 0, products = 0;
    for (LinePath line : lines) {
      double weight = line.length();
      double t = down(line.middleX(), line.middleY());
      double slope = steepness(line);
      weights += weight;
      down += weight * t;
      steep += weight * slope;
      squares += weight * t * t;
      products += weight * t * slope;
    }
    double spread = squares - down * down / weights;
    double most = lines.stream().mapToDouble(LinePath::height).max().orElse(1);
    // Rows at one height tell nothing of those below.
    double found =
        spread < weights * most * most ? 0 : (products - down * steep / weights) / spread;
    double mean = steep / weights - found * down / weights;
    return new Patch(originX, originY, angle + Math.atan(mean), found, bend, area);
  }

  /// How much steeper a line runs than the patch as far as that is known.
  private double steepness(LinePath line) {
    double along = along(line.middleX(), line.middleY());
    return Math.tan(line.angleAt(line.middle()) - angle) - slopeAt(along, 0);
  }

  private FlatArea extent(List<LinePath> lines) {
    var reach =
        new FlatArea(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE);
    for (LinePath line : lines) {
      for (double end : new double[] {line.from(), line.middle(), line.to()}) {
        double x = line.x(end, 0);
        double y = line.y(end, 0);
        double along = along(x, y);
        double down = down(x, y);
        reach =
            new FlatArea(
                Math.min(reach.left(), along),
                Math.min(reach.top(), down),
                Math.max(reach.right(), along),
                Math.max(reach.bottom(), down));
      }
    }
    return reach;
  }

  private double along(double x, double y) {
    return (x - originX) * Math.cos(angle) + (y - originY) * Math.sin(angle);
  }

  private double down(double x, double y) {
    double along = along(x, y);
    double across = (y - originY) * Math.cos(angle) - (x - originX) * Math.sin(angle);
    return (across - bend * along * along) / (1 + fan * along);
  }

  private double across(double along, double down) {
    return down * (1 + fan * along) + bend * along * along;
  }

  private double slopeAt(double along, double down) {
    return fan * down + 2 * bend * along;
  }

  private double x(double along, double down) {
    return originX + along * Math.cos(angle) - across(along, down) * Math.sin(angle);
  }

  private double y(double along, double down) {
    return originY + along * Math.sin(angle) + across(along, down) * Math.cos(angle);
  }

  /// How many times as large it may be laid flat.
  ///
  /// @param wanted what it is not to be more than
  /// @param pixels most that it is to have
  double times(double wanted, double pixels) {
    return Math.min(wanted, Math.sqrt(pixels / (area.width() * area.height())));
  }

  /// Whether a line lies on it from end to end and runs as it does.
  boolean holds(LinePath line) {
    return Math.abs(line.angleAt(line.middle()) - angle) < STEEPEST
        && holds(line, line.from())
        && holds(line, line.to());
  }

  /// Whether more than half of a line is on it, and the rest is not.
  boolean cuts(LinePath line) {
    return Math.abs(line.angleAt(line.middle()) - angle) < STEEPEST
        && holds(line, line.middle())
        && !holds(line);
  }

  /// Whether two lines stand in rows one below the other, or in one row.
  boolean areNeighbours(LinePath line, LinePath other) {
    double apart = down(line.middleX(), line.middleY()) - down(other.middleX(), other.middleY());
    return Math.abs(apart) < NEIGHBOURS * Math.max(line.height(), other.height());
  }

  private boolean holds(LinePath line, double end) {
    double x = line.x(end, 0);
    double y = line.y(end, 0);
    return area.holds(along(x, y), down(x, y));
  }

  /// Whether a line lies so near its edge, in heights of the line, that the text may go on beyond.
  boolean endsAt(LinePath line, double heights) {
    return !with(area.wider(-heights * line.height())).holds(line);
  }

  /// What is on it, laid flat.
  ///
  /// @param scale how many of its pixels there are for one of the picture's
  GreyImage flat(GreyImage picture, double scale) {
    GreyImage source = scale < 0.6 ? picture.halved() : picture;
    double times = (double) source.width() / picture.width();
    int width = Math.max(1, (int) (area.width() * scale));
    int height = Math.max(1, (int) (area.height() * scale));
    var levels = new byte[width * height];
    for (int row = 0; row < height; row++) {
      double down = area.top() + (row + 0.5) / scale;
      for (int column = 0; column < width; column++) {
        double along = area.left() + (column + 0.5) / scale;
        float level = source.at(x(along, down) * times - 0.5, y(along, down) * times - 0.5);
        levels[row * width + column] = (byte) Math.round(level);
      }
    }
    return new GreyImage(width, height, levels);
  }

  /// A line found on it when laid flat, as it runs in the picture.
  ///
  /// @param scale as it was laid flat
  LinePath inPicture(LinePath found, double scale) {
    LinePath line = found.scaled(1 / scale);
    double along = area.left() + line.originX();
    double down = area.top() + line.originY();
    return new LinePath(
        x(along, down),
        y(along, down),
        angle + line.angle(),
        line.from(),
        line.to(),
        line.level(),
        line.slope() + slopeAt(along, down),
        line.bend() + bend,
        line.height());
  }
}
