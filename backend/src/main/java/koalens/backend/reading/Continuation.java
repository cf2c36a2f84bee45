package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds where a list goes on that a gap or the end of a column breaks: it must not seem to end
/// there, since what comes may be from an animal.
///
/// @param geometry of the page
/// @param blocks those without a heading of their own
record Continuation(PageGeometry geometry, List<List<PageRow>> blocks) {
  private static final int MOST_COLUMNS = 4;
  private static final int LEAST_COMMAS = 2;

  /// The list that begins with a column.
  PrintedList of(List<PageRow> first) {
    var columns = new ArrayList<List<PageRow>>();
    columns.add(withBelow(first));
    while (columns.size() < MOST_COLUMNS) {
      List<PageRow> next = beside(new PrintedList(columns));
      if (next.isEmpty()) {
        break;
      }
      columns.add(withBelow(next));
    }
    return new PrintedList(columns);
  }

  /// With the block right below in the same letters.
  private List<PageRow> withBelow(List<PageRow> column) {
    var all = new ArrayList<>(column);
    blocks.stream()
        .filter(block -> geometry.follows(column, block))
        .findFirst()
        .ifPresent(all::addAll);
    return all;
  }

  private List<PageRow> beside(PrintedList list) {
    List<PageRow> last = list.columns().getLast();
    return blocks.stream()
        .filter(block -> geometry.standsRightOf(last, block))
        .filter(block -> goesOn(list, block))
        .min(Comparator.comparingDouble(geometry::minLeft))
        .orElse(List.of());
  }

  // A comma at a column's end may have been read as a full stop.
  private static boolean goesOn(PrintedList list, List<PageRow> block) {
    boolean lists = commas(block) >= LEAST_COMMAS;
    return list.breaksOff() || (lists && (!list.endsWithStop() || beginsSmall(block)));
  }

  private static long commas(List<PageRow> block) {
    return block.stream()
        .flatMap(row -> row.words().stream())
        .filter(word -> word.text().endsWith(","))
        .count();
  }

  private static boolean beginsSmall(List<PageRow> block) {
    return block.getFirst().words().stream()
        .findFirst()
        .filter(word -> Character.isLowerCase(word.text().codePointAt(0)))
        .isPresent();
  }
}
