package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;

/// Rows of a picture of which some were read at a closer look.
///
/// @param rows the better reading of each place
/// @param passedOver the other one, a list for each block: what it saw of animals still counts
/// @param open whether what was read closer may go on where nobody looked
record CloserReading(List<PageRow> rows, List<List<PageRow>> passedOver, boolean open) {
  /// How near a patch's edge, in heights of a line, there may be another one beyond.
  private static final double NEAR_EDGE = 1;

  /// What is read less surely counts for nothing.
  private static final double LEAST_CONFIDENCE = 40;

  CloserReading {
    rows = List.copyOf(rows);
    passedOver = List.copyOf(passedOver);
  }

  /// Looks closer where that can show more.
  static CloserReading of(List<PageRow> rows, CloserLook look, RowReader reader) {
    List<CloserLook.Found> found = look.at(rows);
    if (found.isEmpty()) {
      return new CloserReading(rows, List.of(), false);
    }
    List<PageRow> better = rows;
    boolean open = false;
    var passedOver = new ArrayList<List<PageRow>>();
    for (CloserLook.Found seen : found) {
      List<PageRow> before = better.stream().filter(row -> lies(row, seen.patch())).toList();
      List<PageRow> around = better.stream().filter(row -> !before.contains(row)).toList();
      List<LinePath> lines = free(seen.lines(), around);
      List<PageRow> after = reader.read(lines);
      boolean gains = gains(before, after);
      passedOver.addAll(Page.blocks(gains ? before : after));
      if (gains) {
        better = new ArrayList<>(around);
        better.addAll(after);
        open |= seen.open() || reader.cuts(lines);
        open |= lines.stream().anyMatch(line -> seen.last().endsAt(line, NEAR_EDGE));
      }
    }
    List<LinePath> all = better.stream().flatMap(row -> row.stretches().stream()).toList();
    return new CloserReading(reader.laidOut(better), passedOver, open || reader.cuts(all));
  }

  private static boolean lies(PageRow row, Patch patch) {
    return row.stretches().stream().allMatch(patch::holds);
  }

  /// The lines that do not lie on rows known otherwise.
  private static List<LinePath> free(List<LinePath> lines, List<PageRow> around) {
    List<LinePath> known = around.stream().flatMap(row -> row.stretches().stream()).toList();
    return lines.stream()
        .filter(line -> known.stream().noneMatch(one -> one.covers(line.middleX(), line.middleY())))
        .toList();
  }

  private static boolean gains(List<PageRow> before, List<PageRow> after) {
    boolean loses = headings(after) < headings(before);
    return !loses && sureText(after) > sureText(before);
  }

  private static long headings(List<PageRow> rows) {
    return rows.stream().filter(PageRow::hasHeading).count();
  }

  /// How much was read, each letter as much as it is sure.
  private static double sureText(List<PageRow> rows) {
    return rows.stream()
        .flatMap(row -> row.words().stream())
        .mapToDouble(
            word -> word.text().length() * Math.max(0, word.confidence() - LEAST_CONFIDENCE))
        .sum();
  }
}
