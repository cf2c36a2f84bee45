package koalens.backend.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a reading of what was read on a page.
final class Readings {
  private Readings() {}

  static LabelReading of(Page page) {
    List<PrintedList> lists = page.lists();
    double confidence = confidence(page, lists);
    var completeness = new Completeness(page);
    boolean complete = !lists.isEmpty() && lists.stream().allMatch(completeness::isWhole);
    Set<QualityIssue> issues = EnumSet.noneOf(QualityIssue.class);
    issues.addAll(PictureQuality.of(page, lists, confidence));
    if (!lists.isEmpty() && !complete) {
      issues.add(QualityIssue.CUT_OFF);
    }
    return new LabelReading(
        text(page, lists, 0),
        otherTexts(page, lists),
        lists.stream().map(PrintedList::partedText).collect(Collectors.joining("\n")),
        besides(page, lists),
        !lists.isEmpty(),
        confidence,
        complete,
        lines(page, lists),
        issues,
        1,
        0,
        page.picture().width(),
        page.picture().height());
  }

  /// The same of a frame, with what it shows of each line.
  static FrameReading ofFrame(Page page) {
    var completeness = new Completeness(page);
    var sights = new HashMap<PageRow, RowSight>();
    for (PrintedList list : page.lists()) {
      List<List<PageRow>> columns = list.columns();
      for (int i = 0; i < columns.size(); i++) {
        boolean last = i + 1 == columns.size() && !list.open() && !completeness.isCutBelow(list);
        put(columns.get(i), completeness.sights(columns.get(i), last), sights);
      }
    }
    for (List<PageRow> block : Page.blocks(page.rows())) {
      if (!sights.keySet().containsAll(block)) {
        put(block, completeness.sights(block, page.endsWith(block)), sights);
      }
    }
    return new FrameReading(of(page), page.rows().stream().map(sights::get).toList());
  }

  private static void put(List<PageRow> rows, List<RowSight> seen, Map<PageRow, RowSight> sights) {
    for (int i = 0; i < rows.size(); i++) {
      sights.putIfAbsent(rows.get(i), seen.get(i));
    }
  }

  private static double confidence(Page page, List<PrintedList> lists) {
    List<ReadWord> words =
        lists.isEmpty()
            ? page.rows().stream().flatMap(row -> row.words().stream()).toList()
            : lists.stream().flatMap(list -> list.words().stream()).toList();
    return ReadLine.confidence(words);
  }

  private static String text(Page page, List<PrintedList> lists, int look) {
    return lists.isEmpty()
        ? Page.blocks(page.rows()).stream().map(Page::text).collect(Collectors.joining("\n"))
        : lists.stream().map(list -> list.text(look)).collect(Collectors.joining("\n"));
  }

  private static List<String> otherTexts(Page page, List<PrintedList> lists) {
    int looks = lists.stream().mapToInt(PrintedList::looks).max().orElse(0);
    var others = new LinkedHashSet<String>();
    for (int look = 1; look < looks; look++) {
      others.add(text(page, lists, look));
    }
    Page.headed(page.passedOver()).forEach(list -> others.addAll(list.texts()));
    String chosen = text(page, lists, 0);
    page.passedOver().stream()
        .filter(block -> block.stream().noneMatch(PageRow::hasHeading))
        .forEach(block -> others.add(chosen + "\n" + Page.text(block)));
    others.remove(chosen);
    return List.copyOf(others);
  }

  /// Every paragraph, or what of it, that no list holds, whichever look had it.
  private static List<String> besides(Page page, List<PrintedList> lists) {
    Set<PageRow> listed = listed(lists);
    return Stream.concat(
            Page.blocks(page.rows().stream().filter(row -> !listed.contains(row)).toList())
                .stream(),
            page.passedOver().stream())
        .map(Page::text)
        .toList();
  }

  private static Set<PageRow> listed(List<PrintedList> lists) {
    return lists.stream().flatMap(list -> list.rows().stream()).collect(Collectors.toSet());
  }

  private static List<ReadLine> lines(Page page, List<PrintedList> lists) {
    Set<PageRow> listed = listed(lists);
    var outlines = new Outlines(page);
    var lines = new ArrayList<ReadLine>();
    for (PageRow row : page.rows()) {
      List<List<ReadWord>> others = row.looks().stream().skip(1).map(Look::words).toList();
      lines.add(
          new ReadLine(row.words(), others, outlines.of(row), row.block(), listed.contains(row)));
    }
    return lines;
  }
}
