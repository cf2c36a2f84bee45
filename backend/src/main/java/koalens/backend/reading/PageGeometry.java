package koalens.backend.reading;

import java.util.List;

/// Where rows lie on a page, along its own direction.
final class PageGeometry {
  private static final double SAME_HEIGHT = 1.35;

  /// How far apart columns of one list may stand, in heights of a row.
  private static final double WIDEST_GUTTER = 14;

  /// How far below a list, in heights of a row, what stands there may still belong to it.
  private static final double NEAR_BELOW = 4.5;

  /// How much paper must be seen beside a row, in heights of it: a space between words and what is
  /// found of a letter that the edge cuts.
  private static final double BARE_EDGE = 0.7;

  private final double cos;
  private final double sin;
  private final GreyImage image;

  PageGeometry(Page page) {
    double angle =
        Layout.direction(page.rows().stream().flatMap(row -> row.stretches().stream()).toList());
    this.cos = Math.cos(angle);
    this.sin = Math.sin(angle);
    this.image = page.upright();
  }

  double left(PageRow row) {
    LinePath first = row.stretches().getFirst();
    return along(first, first.from());
  }

  double right(PageRow row) {
    LinePath last = row.stretches().getLast();
    return along(last, last.to());
  }

  private double along(LinePath path, double place) {
    return path.x(place, 0) * cos + path.y(place, 0) * sin;
  }

  double middle(PageRow row) {
    LinePath path = row.stretches().getFirst();
    return path.middleY() * cos - path.middleX() * sin;
  }

  /// Whether a block goes on where a list ends: right below it, in the same column and letters.
  boolean follows(List<PageRow> list, List<PageRow> block) {
    PageRow last = list.getLast();
    PageRow next = block.getFirst();
    double large = Math.max(last.height(), next.height());
    double small = Math.min(last.height(), next.height());
    return large < SAME_HEIGHT * small
        && middle(next) - middle(last) < 2.6 * large
        && standsBelow(list, block);
  }

  /// Whether a block stands near below a list in the same column, in whatever letters.
  boolean standsBelow(List<PageRow> list, List<PageRow> block) {
    PageRow last = list.getLast();
    PageRow next = block.getFirst();
    double large = Math.max(last.height(), next.height());
    double down = middle(next) - middle(last);
    double shared =
        Math.min(maxRight(list), maxRight(block)) - Math.max(minLeft(list), minLeft(block));
    double narrower = Math.min(maxRight(list) - minLeft(list), maxRight(block) - minLeft(block));
    return last.block() != next.block()
        && down > 0.6 * large
        && down < NEAR_BELOW * large
        && shared > 0.45 * narrower;
  }

  /// Whether a block may be the next column of a list: at its right, level with it, in the same
  /// letters.
  boolean standsRightOf(List<PageRow> column, List<PageRow> block) {
    PageRow first = column.getFirst();
    PageRow next = block.getFirst();
    double large = Math.max(first.height(), next.height());
    double small = Math.min(first.height(), next.height());
    double gutter = minLeft(block) - maxRight(column);
    double down = middle(next) - middle(first);
    return first.block() != next.block()
        && large < SAME_HEIGHT * small
        && gutter > -large
        && gutter < WIDEST_GUTTER * large
        && down > -2 * large
        && middle(next) < middle(column.getLast()) + large;
  }

  double minLeft(List<PageRow> rows) {
    return rows.stream().mapToDouble(this::left).min().orElse(0);
  }

  double maxRight(List<PageRow> rows) {
    return rows.stream().mapToDouble(this::right).max().orElse(0);
  }

  /// Whether a row begins so near the picture's edge that more of it may lie beyond.
  boolean touchesLeft(PageRow row) {
    LinePath first = row.stretches().getFirst();
    return isOutside(first, first.from() - BARE_EDGE * first.height(), 0);
  }

  /// The same of its end.
  boolean touchesRight(PageRow row) {
    LinePath last = row.stretches().getLast();
    return isOutside(last, last.to() + BARE_EDGE * last.height(), 0);
  }

  /// Whether below a row there is no room for the whole of another in the picture.
  ///
  /// @param pitch from row to row
  boolean touchesBottom(PageRow row, double pitch) {
    LinePath path = row.stretches().getFirst();
    return isOutside(path, path.middle(), pitch + path.height() / 2);
  }

  private boolean isOutside(LinePath path, double along, double across) {
    double x = path.x(along, across);
    double y = path.y(along, across);
    return x < 0 || y < 0 || x > image.width() - 1 || y > image.height() - 1;
  }
}
