package koalens.backend.reading;

import java.util.List;

/// Judges whether a whole list is in the picture. A word that a reflection, a thumb or the
/// picture's edge hides would be missing without a trace; a hole shows.
final class Completeness {
  private static final double WIDEST_SPACE = 2.2;

  private final PageGeometry geometry;

  Completeness(Page page) {
    this.geometry = new PageGeometry(page);
  }

  boolean isWhole(PrintedList list) {
    List<PageRow> rows = list.rows();
    return rows.stream().noneMatch(this::hasHole)
        && rows.stream().noneMatch(geometry::touchesSide)
        && !isCutBelow(list)
        && !list.breaksOff()
        && list.columns().stream().noneMatch(this::hasGapBetween)
        && list.columns().stream().noneMatch(this::endsShort);
  }

  private boolean hasHole(PageRow row) {
    List<LinePath> stretches = row.stretches();
    for (int i = 1; i < stretches.size(); i++) {
      LinePath before = stretches.get(i - 1);
      LinePath next = stretches.get(i);
      double gap =
          Math.hypot(
              next.x(next.from(), 0) - before.x(before.to(), 0),
              next.y(next.from(), 0) - before.y(before.to(), 0));
      if (gap > WIDEST_SPACE * row.height()) {
        return true;
      }
    }
    return row.words().isEmpty();
  }

  private boolean isCutBelow(PrintedList list) {
    return !list.endsWithStop() && geometry.touchesBottom(list.rows().getLast());
  }

  private boolean hasGapBetween(List<PageRow> rows) {
    double pitch = pitch(rows);
    for (int i = 1; i < rows.size(); i++) {
      if (geometry.middle(rows.get(i)) - geometry.middle(rows.get(i - 1)) > 1.7 * pitch) {
        return true;
      }
    }
    return false;
  }

  private double pitch(List<PageRow> rows) {
    double[] pitches = new double[Math.max(0, rows.size() - 1)];
    for (int i = 1; i < rows.size(); i++) {
      pitches[i - 1] = geometry.middle(rows.get(i)) - geometry.middle(rows.get(i - 1));
    }
    return pitches.length == 0 ? rows.getFirst().height() : Layout.median(pitches);
  }

  // A printer breaks a line where the next word does not fit.
  private boolean endsShort(List<PageRow> rows) {
    double right = geometry.maxRight(rows);
    double left = geometry.minLeft(rows);
    for (int i = 0; i + 1 < rows.size(); i++) {
      double room = right - geometry.right(rows.get(i));
      double indent = geometry.left(rows.get(i)) - left;
      boolean centred = Math.abs(room - indent) < 2 * rows.get(i).height();
      if (!centred
          && (room > firstWord(rows.get(i + 1)) + 2.5 * rows.get(i).height()
              || indent > 4 * rows.get(i).height())) {
        return true;
      }
    }
    return false;
  }

  private double firstWord(PageRow row) {
    if (row.words().isEmpty()) {
      return 0;
    }
    double letters = ReadLine.text(row.words()).length();
    double width = geometry.right(row) - geometry.left(row);
    return width * (row.words().getFirst().text().length() + 1) / letters;
  }
}
