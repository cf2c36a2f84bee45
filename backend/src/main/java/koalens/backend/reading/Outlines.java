package koalens.backend.reading;

import java.util.List;

/// Says where rows lie in the picture as a person sees it.
record Outlines(Page page) {

  /// The corners of a row, clockwise from where it begins.
  List<Corner> of(PageRow row) {
    LinePath first = row.stretches().getFirst();
    LinePath last = row.stretches().getLast();
    return List.of(
        corner(first, first.from(), -0.5),
        corner(last, last.to(), -0.5),
        corner(last, last.to(), 0.5),
        corner(first, first.from(), 0.5));
  }

  private Corner corner(LinePath path, double along, double heights) {
    double x = path.x(along, heights * path.height());
    double y = path.y(along, heights * path.height());
    int width = page.upright().width();
    int height = page.upright().height();
    return switch (page.quarters() % 4) {
      case 1 -> new Corner(y, width - x);
      case 2 -> new Corner(width - x, height - y);
      case 3 -> new Corner(height - y, x);
      default -> new Corner(x, y);
    };
  }
}
