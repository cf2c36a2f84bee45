package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Parts columns that stand so near each other that they were taken for one block. A heading tells
/// them that begins where other rows begin too, or parts of rows, and beside which others end; or a
/// gap at the same place in one row after the other.
final class Columns {
  private static final double MOST_CROSSING = 0.3;
  private static final int LEAST_ROWS = 2;

  /// Without a heading more is asked for: rows that are parted, none that crosses, and the gap, in
  /// heights of a row.
  private static final int LEAST_PARTED = 3;

  private static final double LEAST_GAP = 0.9;

  private final double cos;
  private final double sin;

  private Columns(List<PageRow> rows) {
    double angle =
        Layout.direction(rows.stream().flatMap(row -> row.stretches().stream()).toList());
    this.cos = Math.cos(angle);
    this.sin = Math.sin(angle);
  }

  /// The rows with one column parted from another, the parts of joined rows without a look; the
  /// same rows when there is none to be parted.
  static List<PageRow> parted(List<PageRow> rows) {
    var columns = new Columns(rows);
    int free = rows.stream().mapToInt(PageRow::block).max().orElse(0) + 1;
    var all = new ArrayList<PageRow>();
    for (List<PageRow> block : Page.blocks(rows)) {
      all.addAll(columns.parted(block, free++));
    }
    return all;
  }

  /// A row, and which of its stretches is the first of the column on the right; none of them when
  /// that is as many as there are.
  private record Part(PageRow row, int from, boolean crosses) {
    boolean isParted() {
      return from > 0 && from < row.stretches().size();
    }

    boolean isLeft() {
      return from > 0 && !crosses;
    }

    boolean isRight() {
      return from < row.stretches().size();
    }
  }

  private List<PageRow> parted(List<PageRow> block, int free) {
    for (int i = 0; i < block.size(); i++) {
      for (int stretch : headed(block.get(i))) {
        List<Part> parts = parts(block.subList(i, block.size()), stretch);
        if (areColumns(parts)) {
          return parted(block.subList(0, i), parts, free);
        }
      }
    }
    return gapped(block, free);
  }

  private List<PageRow> gapped(List<PageRow> block, int free) {
    for (int i = 0; i + LEAST_PARTED <= block.size(); i++) {
      for (int stretch = 1; stretch < block.get(i).stretches().size(); stretch++) {
        List<Part> parts = parts(block.subList(i, block.size()), stretch);
        if (gap(block.get(i), stretch) && areGapped(parts)) {
          return parted(block.subList(0, i), parts, free);
        }
      }
    }
    return block;
  }

  private boolean gap(PageRow row, int stretch) {
    LinePath before = row.stretches().get(stretch - 1);
    return left(row, stretch) - along(before, before.to()) > LEAST_GAP * row.height();
  }

  private boolean areGapped(List<Part> parts) {
    return parts.stream().noneMatch(Part::crosses)
        && parts.stream().filter(Part::isParted).count() >= LEAST_PARTED
        && parts.stream().filter(Part::isParted).allMatch(part -> gap(part.row(), part.from()));
  }

  private static boolean areColumns(List<Part> parts) {
    return parts.stream().filter(Part::isLeft).count() >= LEAST_ROWS
        && parts.stream().filter(Part::isRight).count() >= LEAST_ROWS
        && parts.stream().filter(Part::crosses).count() <= MOST_CROSSING * parts.size();
  }

  /// Which stretches of a row begin with a heading.
  private List<Integer> headed(PageRow row) {
    return IntStream.range(0, row.words().size())
        .filter(word -> ListHeading.in(row.words().get(word).text()).isPresent())
        .map(word -> stretchOf(row, word))
        .filter(stretch -> stretch >= 0)
        .boxed()
        .toList();
  }

  /// Which stretch begins with a word; -1 when none does.
  private int stretchOf(PageRow row, int word) {
    if (word == 0) {
      return 0;
    }
    double letters = ReadLine.text(row.words()).length();
    double before = ReadLine.text(row.words().subList(0, word)).length() + 1;
    double left = left(row, 0);
    double place = left + (right(row) - left) * before / letters;
    return IntStream.range(1, row.stretches().size())
        .filter(k -> Math.abs(left(row, k) - place) < 5 * row.height())
        .boxed()
        .min(Comparator.comparingDouble(k -> Math.abs(left(row, k) - place)))
        .orElse(-1);
  }

  // On a tilted label the columns' edge moves from row to row.
  private List<Part> parts(List<PageRow> rows, int stretch) {
    var parts = new ArrayList<Part>();
    double edge = left(rows.getFirst(), stretch);
    for (PageRow row : rows) {
      int from = at(row, edge);
      boolean isLeft = from == row.stretches().size();
      parts.add(new Part(row, from, isLeft && right(row) > edge + 1.5 * row.height()));
      edge = isLeft ? edge : left(row, from);
    }
    return parts;
  }

  private int at(PageRow row, double edge) {
    for (int k = 0; k < row.stretches().size(); k++) {
      if (left(row, k) > edge - 1.2 * row.height()) {
        return k;
      }
    }
    return row.stretches().size();
  }

  private static List<PageRow> parted(List<PageRow> above, List<Part> parts, int free) {
    var left = new ArrayList<>(above);
    var right = new ArrayList<PageRow>();
    for (Part part : parts) {
      PageRow row = part.row();
      List<LinePath> stretches = row.stretches();
      if (part.isParted()) {
        left.add(new PageRow(stretches.subList(0, part.from()), row.block(), List.of()));
        right.add(new PageRow(stretches.subList(part.from(), stretches.size()), free, List.of()));
      } else if (part.from() == 0) {
        right.add(new PageRow(stretches, free, row.looks()));
      } else {
        left.add(row);
      }
    }
    left.addAll(right);
    return left;
  }

  private double right(PageRow row) {
    LinePath last = row.stretches().getLast();
    return along(last, last.to());
  }

  private double left(PageRow row, int stretch) {
    LinePath path = row.stretches().get(stretch);
    return along(path, path.from());
  }

  private double along(LinePath path, double place) {
    return path.x(place, 0) * cos + path.y(place, 0) * sin;
  }
}
