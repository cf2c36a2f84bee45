package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Judges what of a list is in the picture. A word that a reflection, a thumb or the picture's edge
/// hides would be missing without a trace; a hole shows.
final class Completeness {
  private static final double WIDEST_SPACE = 2.2;

  /// How much of a row at most nothing is recognised in, in mean letters: a word of four with its
  /// comma would not fit in.
  private static final double WIDEST_BARE = 3.2;

  /// A row read less surely than that may hold what it seems not to.
  private static final double LEAST_CONFIDENCE = 45;

  /// Fewer letters, digits and marks may be a share that ended up on a row of its own.
  private static final int SHORTEST_WORDED = 8;

  private static final double WIDEST_PITCH = 1.7;

  /// From row to row, in heights, where there is one row alone.
  private static final double LONE_PITCH = 1.4;

  private static final double DEEPEST_INDENT = 4;
  private static final double CENTRED = 2;

  private final PageGeometry geometry;

  Completeness(Page page) {
    this.geometry = new PageGeometry(page);
  }

  boolean isWhole(PrintedList list) {
    return !list.open()
        && !list.breaksOff()
        && !isCutBelow(list)
        && list.columns().stream().allMatch(this::isWholeColumn);
  }

  private boolean isWholeColumn(List<PageRow> rows) {
    List<RowSight> sights = sights(rows, false);
    for (int i = 0; i < sights.size(); i++) {
      boolean hasNext = i + 1 < sights.size() && !rows.get(i + 1).words().isEmpty();
      if (!sights.get(i).isWhole()
          || (hasNext && sights.get(i).endsShort(rows.get(i + 1).words().getFirst()))) {
        return false;
      }
    }
    return true;
  }

  boolean isCutBelow(PrintedList list) {
    List<PageRow> last = list.columns().getLast();
    return !list.endsWithStop() && geometry.touchesBottom(last.getLast(), pitch(last));
  }

  /// What is seen of the rows of a column.
  ///
  /// @param endsList whether the list ends with the last of them
  List<RowSight> sights(List<PageRow> rows, boolean endsList) {
    double left = geometry.minLeft(rows);
    double right = geometry.maxRight(rows);
    double pitch = pitch(rows);
    var sights = new ArrayList<RowSight>();
    for (int i = 0; i < rows.size(); i++) {
      boolean last = i + 1 == rows.size();
      boolean joined =
          last
              || geometry.middle(rows.get(i + 1)) - geometry.middle(rows.get(i))
                  <= WIDEST_PITCH * pitch;
      sights.add(sight(rows.get(i), left, right, joined, last && endsList));
    }
    return sights;
  }

  private RowSight sight(PageRow row, double left, double right, boolean joined, boolean last) {
    double height = row.height();
    double indent = geometry.left(row) - left;
    double room = right - geometry.right(row);
    boolean centred = Math.abs(room - indent) < CENTRED * height;
    int letters = Math.max(1, ReadLine.text(row.words()).length());
    return new RowSight(
        !geometry.touchesLeft(row) && (centred || indent <= DEEPEST_INDENT * height),
        !geometry.touchesRight(row),
        !hasHole(row) && isRead(row),
        joined,
        last,
        centred ? 0 : room / height,
        (geometry.right(row) - geometry.left(row)) / letters / height);
  }

  private static boolean hasHole(PageRow row) {
    List<LinePath> stretches = row.stretches();
    boolean parted =
        IntStream.range(1, stretches.size())
            .anyMatch(
                i -> stretches.get(i - 1).gapTo(stretches.get(i)) > WIDEST_SPACE * row.height());
    return parted || row.bare() > WIDEST_BARE;
  }

  private static boolean isRead(PageRow row) {
    String text = ReadLine.text(row.words());
    boolean brief = text.length() < SHORTEST_WORDED;
    return ReadLine.confidence(row.words()) >= LEAST_CONFIDENCE
        && (brief || text.codePoints().anyMatch(Character::isLetter));
  }

  private double pitch(List<PageRow> rows) {
    double[] pitches = new double[Math.max(0, rows.size() - 1)];
    for (int i = 1; i < rows.size(); i++) {
      pitches[i - 1] = geometry.middle(rows.get(i)) - geometry.middle(rows.get(i - 1));
    }
    return pitches.length == 0 ? LONE_PITCH * rows.getFirst().height() : Layout.median(pitches);
  }
}
