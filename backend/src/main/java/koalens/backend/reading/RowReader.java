package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Recognises the rows of one picture, columns told apart, and lists again in their own language.
/// Not thread-safe.
///
/// @param team that recognises
/// @param languages tells in which language a list is read again
/// @param image the picture, upright
/// @param most rows that are recognised in one picture
/// @param steps that are counted
record RowReader(
    RecognizerTeam team, TextLanguage languages, GreyImage image, int most, ReadingSteps steps) {
  private static final String FIRST_LANGUAGES = "swe";
  private static final int MOST_COLUMNS = 4;

  /// The languages the first look does not read well → their data.
  private static final Map<String, String> DATA =
      Map.of(
          "en", "eng", "da", "dan", "no", "nor", "fi", "fin", "de", "deu", "fr", "fra", "es", "spa",
          "it", "ita", "nl", "nld", "pl", "pol");

  /// What stands in lines, laid out as rows.
  List<PageRow> read(List<LinePath> lines) {
    return recognised(rows(lines), FIRST_LANGUAGES);
  }

  /// Rows, and lines whose place in them is to be found; rows that stay as they are are not read
  /// again.
  List<PageRow> laidOut(List<PageRow> read) {
    Map<List<LinePath>, PageRow> known =
        read.stream()
            .collect(Collectors.toMap(PageRow::stretches, Function.identity(), (a, _) -> a));
    List<PageRow> rows =
        rows(read.stream().flatMap(row -> row.stretches().stream()).toList()).stream()
            .map(row -> row.with(known.getOrDefault(row.stretches(), row).looks()))
            .toList();
    return completed(rows);
  }

  /// The same with columns told apart.
  List<PageRow> inColumns(List<PageRow> rows) {
    List<PageRow> known = rows;
    for (int column = 1; column < MOST_COLUMNS; column++) {
      List<PageRow> parted = Columns.parted(known);
      if (parted.equals(known)) {
        return known;
      }
      known = completed(parted);
    }
    return known;
  }

  /// The same with what may be a list read in its own language.
  List<PageRow> refined(List<PageRow> rows) {
    var refined = new ArrayList<PageRow>();
    for (List<PageRow> block : Page.blocks(rows)) {
      String data = ownData(block);
      refined.addAll(data.isEmpty() ? block : recognised(block, data));
    }
    return refined;
  }

  /// Whether lines make more rows than are recognised.
  boolean cuts(List<LinePath> lines) {
    return all(lines).size() > most;
  }

  private List<PageRow> completed(List<PageRow> rows) {
    List<PageRow> blank = rows.stream().filter(row -> row.looks().isEmpty()).toList();
    var read = recognised(blank, FIRST_LANGUAGES).iterator();
    return rows.stream().map(row -> row.looks().isEmpty() ? read.next() : row).toList();
  }

  private List<PageRow> recognised(List<PageRow> rows, String data) {
    steps.expect(rows.size());
    return team.each(
        rows, data, (row, recognizer) -> RowLooks.recognised(image, row, recognizer), steps::done);
  }

  /// The data of the language of what may be a list; none where it is read already.
  private String ownData(List<PageRow> block) {
    boolean mayBeList = block.size() > 2 || block.stream().anyMatch(PageRow::hasHeading);
    return mayBeList ? DATA.getOrDefault(languages.of(Page.text(block)), "") : "";
  }

  private List<PageRow> rows(List<LinePath> lines) {
    List<PageRow> rows = all(lines);
    return rows.size() <= most ? rows : mostText(rows);
  }

  private static List<PageRow> all(List<LinePath> lines) {
    var rows = new ArrayList<PageRow>();
    List<List<List<LinePath>>> blocks = Layout.blocks(lines);
    for (int block = 0; block < blocks.size(); block++) {
      for (List<LinePath> stretches : blocks.get(block)) {
        rows.add(new PageRow(stretches, block, List.of()));
      }
    }
    return rows;
  }

  // Lists are long; what is left out first is what stands alone. A block is read whole or not at
  // all, so that no list loses its middle; only the longest may have to be cut, at its end.
  private List<PageRow> mostText(List<PageRow> rows) {
    var kept = new HashSet<PageRow>();
    List<List<PageRow>> longestFirst =
        Page.blocks(rows).stream()
            .sorted(Comparator.comparingInt((List<PageRow> block) -> -block.size()))
            .toList();
    for (List<PageRow> block : longestFirst) {
      if (kept.isEmpty() || kept.size() + block.size() <= most) {
        kept.addAll(block.subList(0, Math.min(block.size(), most)));
      }
    }
    return rows.stream().filter(kept::contains).toList();
  }
}
