package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Orders lines of text as people read them: stretches on one row into a line, lines one below the
/// other into a block, blocks from the top.
final class Layout {
  private static final double SAME_HEIGHT = 1.7;

  private final double angle;

  private Layout(double angle) {
    this.angle = angle;
  }

  /// A stretch of text, seen along the page's own direction.
  private record Stretch(LinePath path, double left, double right, double row) {
    double height() {
      return path.height();
    }
  }

  /// The blocks, each with its lines from the top, each line with its stretches from the left.
  static List<List<List<LinePath>>> blocks(List<LinePath> lines) {
    var layout = new Layout(direction(lines));
    List<Stretch> stretches = new ArrayList<>(lines.stream().map(layout::seen).toList());
    stretches.sort(Comparator.comparingDouble(Stretch::row));
    var blocks = new ArrayList<List<Stretch>>();
    for (List<Integer> group :
        Groups.of(
            stretches.size(),
            (a, b) -> layout.belongTogether(stretches.get(a), stretches.get(b)))) {
      blocks.add(group.stream().map(stretches::get).toList());
    }
    blocks.sort(Comparator.comparingDouble(block -> block.getFirst().row()));
    return blocks.stream().map(layout::rows).toList();
  }

  /// The direction most text runs in, in radians.
  static double direction(List<LinePath> lines) {
    List<LinePath> byAngle =
        lines.stream().sorted(Comparator.comparingDouble(line -> line.angleAt(0))).toList();
    double half = lines.stream().mapToDouble(LinePath::length).sum() / 2;
    for (LinePath line : byAngle) {
      half -= line.length();
      if (half <= 0) {
        return line.angleAt(0);
      }
    }
    return 0;
  }

  private Stretch seen(LinePath path) {
    double along = along(path.middleX(), path.middleY());
    double across = path.middleY() * Math.cos(angle) - path.middleX() * Math.sin(angle);
    return new Stretch(path, along - path.length() / 2, along + path.length() / 2, across);
  }

  private double along(double x, double y) {
    return x * Math.cos(angle) + y * Math.sin(angle);
  }

  private boolean belongTogether(Stretch one, Stretch other) {
    double small = Math.min(one.height(), other.height());
    double large = Math.max(one.height(), other.height());
    if (large > SAME_HEIGHT * small) {
      return false;
    }
    double gap = Math.max(one.left(), other.left()) - Math.min(one.right(), other.right());
    double down = down(one, other);
    if (down < 0.5 * small) {
      return gap < 1.6 * large;
    }
    double shorter = Math.min(one.right() - one.left(), other.right() - other.left());
    return down < 1.75 * large && -gap > 0.45 * shorter;
  }

  // Lines of bent packages drift: they are compared where they are nearest.
  private double down(Stretch one, Stretch other) {
    double middle = (Math.max(one.left(), other.left()) + Math.min(one.right(), other.right())) / 2;
    return Math.abs(rowAt(one, middle) - rowAt(other, middle));
  }

  private double rowAt(Stretch line, double along) {
    LinePath path = line.path();
    double own = (line.left() + line.right()) / 2;
    double place = Math.clamp(path.middle() + along - own, path.from(), path.to());
    return path.y(place, 0) * Math.cos(angle) - path.x(place, 0) * Math.sin(angle);
  }

  private List<List<LinePath>> rows(List<Stretch> block) {
    var rows = new ArrayList<List<Stretch>>();
    for (Stretch stretch : block) {
      List<Stretch> row =
          rows.stream().filter(candidate -> isOnRow(candidate, stretch)).findFirst().orElse(null);
      if (row == null) {
        rows.add(new ArrayList<>(List.of(stretch)));
      } else {
        row.add(stretch);
      }
    }
    rows.forEach(row -> row.sort(Comparator.comparingDouble(Stretch::left)));
    return rows.stream().map(row -> row.stream().map(Stretch::path).toList()).toList();
  }

  private boolean isOnRow(List<Stretch> row, Stretch stretch) {
    return row.stream()
        .allMatch(other ->
            down(other, stretch) < 0.5 * Math.min(other.height(), stretch.height())
                && Math.max(other.left(), stretch.left())
                    > Math.min(other.right(), stretch.right()) - stretch.height());
  }

  /// The middle one of numbers.
  static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
