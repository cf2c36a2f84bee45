package koalens.backend.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A picture with the rows read in it.
///
/// @param picture as a person sees it
/// @param upright the same with its text upright
/// @param quarters how many quarters clockwise the picture was turned for that
/// @param rows what was read, in reading order
/// @param passedOver blocks of rows as another look had them, which read less of them
/// @param cut whether there are more rows than were read, or may be
record Page(
    GreyImage picture,
    GreyImage upright,
    int quarters,
    List<PageRow> rows,
    List<List<PageRow>> passedOver,
    boolean cut) {

  Page {
    rows = List.copyOf(rows);
    passedOver = List.copyOf(passedOver);
  }

  /// The same with blocks of rows as another look had them.
  Page passingOver(List<List<PageRow>> others) {
    return new Page(picture, upright, quarters, rows, others, cut);
  }

  /// The rows of each block.
  static List<List<PageRow>> blocks(List<PageRow> rows) {
    Map<Integer, List<PageRow>> blocks = new LinkedHashMap<>();
    rows.forEach(row -> blocks.computeIfAbsent(row.block(), _ -> new ArrayList<>()).add(row));
    return List.copyOf(blocks.values());
  }

  /// The text of rows, words parted at line ends made whole.
  static String text(List<PageRow> rows) {
    return LabelText.joined(rows.stream().map(PageRow::words).toList());
  }

  /// The ingredient lists: each the rows from its heading on.
  List<PrintedList> lists() {
    var lists = new ArrayList<PrintedList>();
    List<List<PageRow>> blocks = blocks(rows);
    for (List<PageRow> block : blocks) {
      for (int i = 0; i < block.size(); i++) {
        if (block.get(i).hasHeading()) {
          lists.add(list(block, i, blocks));
        }
      }
    }
    return lists;
  }

  /// Lists as they stand in their blocks alone, each from its heading to the end of its block.
  static List<PrintedList> headed(List<List<PageRow>> blocks) {
    return blocks.stream()
        .flatMap(block ->
            IntStream.range(0, block.size())
                .filter(i -> block.get(i).hasHeading())
                .mapToObj(i -> new PrintedList(List.of(block.subList(i, block.size())), true)))
        .toList();
  }

  /// Whether a list that a block without a heading belongs to ends with the block, as far as is
  /// seen.
  boolean endsWith(List<PageRow> block) {
    List<List<PageRow>> others =
        blocks(rows).stream().filter(other -> !other.equals(block)).toList();
    var geometry = new PageGeometry(this);
    PrintedList followed = new Continuation(geometry, others).of(block);
    boolean ends = !new Completeness(this).isCutBelow(followed);
    return followed.rows().size() == block.size() && !followed.open() && ends && !cut;
  }

  private PrintedList list(List<PageRow> block, int from, List<List<PageRow>> blocks) {
    int to =
        IntStream.range(from + 1, block.size())
            .filter(i -> block.get(i).hasHeading())
            .findFirst()
            .orElse(block.size());
    var column = new ArrayList<>(block.subList(from, to));
    if (to < block.size()) {
      block.get(to).beforeHeading().ifPresent(column::add);
      return new PrintedList(List.of(column), cut);
    }
    List<List<PageRow>> others = blocks.stream().map(Page::aboveHeading).toList();
    PrintedList list = new Continuation(new PageGeometry(this), others).of(column);
    return new PrintedList(list.columns(), list.open() || cut);
  }

  /// What of a block may be the rest of a list; empty when nothing.
  private static List<PageRow> aboveHeading(List<PageRow> block) {
    var above = new ArrayList<PageRow>();
    for (PageRow row : block) {
      if (row.hasHeading()) {
        row.beforeHeading().ifPresent(above::add);
        return Continuation.looksLikeRest(above) ? above : List.of();
      }
      above.add(row);
    }
    return above;
  }
}
