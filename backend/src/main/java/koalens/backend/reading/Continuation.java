package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds where a list goes on that a gap or the end of a column breaks: it must not seem to end
/// there, since what comes may be from an animal.
///
/// @param geometry of the page
/// @param blocks what of each block stands under no heading of its own
record Continuation(PageGeometry geometry, List<List<PageRow>> blocks) {
  private static final int MOST_COLUMNS = 4;
  private static final int LEAST_COMMAS = 2;
  private static final int LONGEST_NAME = 2;
  private static final String COMMAS = ",;•·";

  Continuation {
    blocks = blocks.stream().filter(block -> !block.isEmpty()).toList();
  }

  /// The list that begins with a column.
  PrintedList of(List<PageRow> first) {
    var columns = new ArrayList<List<PageRow>>();
    columns.add(withBelow(first));
    while (columns.size() < MOST_COLUMNS) {
      List<PageRow> next = beside(new PrintedList(columns, false));
      if (next.isEmpty()) {
        break;
      }
      columns.add(withBelow(next));
    }
    var list = new PrintedList(columns, false);
    return new PrintedList(columns, isOpen(list));
  }

  /// With the blocks right below each other in the same letters.
  private List<PageRow> withBelow(List<PageRow> column) {
    var all = new ArrayList<>(column);
    Optional<List<PageRow>> next = below(all);
    while (next.isPresent()) {
      all.addAll(next.get());
      next = below(all);
    }
    return all;
  }

  private Optional<List<PageRow>> below(List<PageRow> column) {
    return blocks.stream().filter(block -> geometry.follows(column, block)).findFirst();
  }

  // What stands a little farther below, or in other letters, is not counted to the list; where the
  // list has not ended for sure it is not taken for whole.
  private boolean isOpen(PrintedList list) {
    List<PageRow> last = list.columns().getLast();
    return !list.endsWithStop()
        && blocks.stream()
            .filter(block -> geometry.standsBelow(last, block))
            .anyMatch(block -> looksLikeRest(block) || mayEachBeOne(list.rows(), block));
  }

  // Without commas each row may be an ingredient, and so may what stands below. After a single row
  // that is a word or two, not a sentence.
  private static boolean mayEachBeOne(List<PageRow> list, List<PageRow> block) {
    boolean manyRows = list.size() > 1;
    return commas(list) == 0 && (manyRows || block.getFirst().words().size() <= LONGEST_NAME);
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

  /// Whether rows begin or read as the middle of a list does.
  static boolean looksLikeRest(List<PageRow> rows) {
    return !rows.isEmpty() && (beginsSmall(rows) || commas(rows) >= LEAST_COMMAS);
  }

  private static long commas(List<PageRow> block) {
    return block.stream()
        .flatMap(row -> row.words().stream())
        .map(ReadWord::text)
        .filter(word -> isComma(word.charAt(0)) || isComma(word.charAt(word.length() - 1)))
        .count();
  }

  private static boolean isComma(char mark) {
    return COMMAS.indexOf(mark) >= 0;
  }

  private static boolean beginsSmall(List<PageRow> block) {
    return block.getFirst().words().stream()
        .findFirst()
        .filter(word -> Character.isLowerCase(word.text().codePointAt(0)))
        .isPresent();
  }
}
