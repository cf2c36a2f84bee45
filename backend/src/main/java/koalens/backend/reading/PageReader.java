package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Reads one picture: finds its lines, turns it upright, recognises line by line, and the
/// ingredient list again in its own language. Not thread-safe.
final class PageReader {
  private static final String FIRST_LANGUAGES = "swe";

  /// How much larger than the low resolution a picture must be to be worth a second look.
  private static final double LEAST_FINER = 1.6;

  private static final int MOST_COLUMNS = 4;
  private static final int PROBES = 4;
  private static final double DOUBTFUL = 65;
  private static final double CLEARLY_BETTER = 8;

  /// The languages the first look does not read well → their data.
  private static final Map<String, String> DATA =
      Map.of(
          "en", "eng", "da", "dan", "no", "nor", "fi", "fin", "de", "deu", "fr", "fra", "es", "spa",
          "it", "ita", "nl", "nld", "pl", "pol");

  private final TextDetector detector;
  private final RecognizerTeam team;
  private final TextLanguage languages;
  private final ReadingLimits limits;

  PageReader(
      TextDetector detector, RecognizerTeam team, TextLanguage languages, ReadingLimits limits) {
    this.detector = detector;
    this.team = team;
    this.languages = languages;
    this.limits = limits;
  }

  Page read(GreyImage picture, ReadingProgress progress) {
    var steps = new ReadingSteps(progress);
    Page page = page(picture, UprightLines.LOW_RESOLUTION, steps);
    if (!page.lists().isEmpty() || picture.longest() < LEAST_FINER * UprightLines.LOW_RESOLUTION) {
      return page;
    }
    // A list that takes a small part of a large picture shows in the higher resolution alone.
    Page second = page(picture, UprightLines.HIGH_RESOLUTION, steps);
    return second.lists().isEmpty() ? page : second;
  }

  private Page page(GreyImage picture, int resolution, ReadingSteps steps) {
    UprightLines found = UprightLines.find(picture, resolution, detector);
    List<PageRow> rows = recognised(found.image(), rows(found.lines()), FIRST_LANGUAGES, steps);
    UprightLines turned = found.over();
    if (isDoubtful(rows) && confidence(turned) > confidence(found) + CLEARLY_BETTER) {
      found = turned;
      rows = recognised(found.image(), rows(found.lines()), FIRST_LANGUAGES, steps);
    }
    rows = refined(found.image(), inColumns(found.image(), rows, steps), steps);
    boolean cut = rowsOf(Layout.blocks(found.lines())).size() > limits.lines();
    return new Page(picture, found.image(), found.quarters(), rows, cut);
  }

  private List<PageRow> recognised(
      GreyImage image, List<PageRow> rows, String data, ReadingSteps steps) {
    steps.expect(rows.size());
    return team.each(
        rows, data, (row, recognizer) -> RowLooks.recognised(image, row, recognizer), steps::done);
  }

  private List<PageRow> inColumns(GreyImage image, List<PageRow> rows, ReadingSteps steps) {
    List<PageRow> known = rows;
    for (int column = 1; column < MOST_COLUMNS; column++) {
      List<PageRow> parted = Columns.parted(known);
      if (parted.equals(known)) {
        return known;
      }
      steps.expect(parted.size());
      known =
          team.each(
              parted,
              FIRST_LANGUAGES,
              (row, recognizer) ->
                  row.looks().isEmpty() ? RowLooks.recognised(image, row, recognizer) : row,
              steps::done);
    }
    return known;
  }

  // Letters upside down are recognised badly, and well once they are turned.
  private static boolean isDoubtful(List<PageRow> rows) {
    List<ReadWord> words = rows.stream().flatMap(row -> row.words().stream()).toList();
    return !rows.isEmpty() && ReadLine.confidence(words) < DOUBTFUL;
  }

  private double confidence(UprightLines found) {
    return team
        .each(
            found.longest(PROBES),
            FIRST_LANGUAGES,
            (line, recognizer) -> RowLooks.confidence(found.image(), line, recognizer),
            () -> {})
        .stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private List<PageRow> rows(List<LinePath> lines) {
    List<PageRow> rows = rowsOf(Layout.blocks(lines));
    return rows.size() <= limits.lines() ? rows : mostText(rows);
  }

  private static List<PageRow> rowsOf(List<List<List<LinePath>>> blocks) {
    var rows = new ArrayList<PageRow>();
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
      if (kept.isEmpty() || kept.size() + block.size() <= limits.lines()) {
        kept.addAll(block.subList(0, Math.min(block.size(), limits.lines())));
      }
    }
    return rows.stream().filter(kept::contains).toList();
  }

  private List<PageRow> refined(GreyImage image, List<PageRow> rows, ReadingSteps steps) {
    var refined = new ArrayList<PageRow>();
    for (List<PageRow> block : Page.blocks(rows)) {
      String data = ownData(block);
      refined.addAll(data.isEmpty() ? block : recognised(image, block, data, steps));
    }
    return refined;
  }

  /// The data of the language of what may be a list; none where it is read already.
  private String ownData(List<PageRow> block) {
    boolean mayBeList = block.size() > 2 || block.stream().anyMatch(PageRow::hasHeading);
    return mayBeList ? DATA.getOrDefault(languages.of(Page.text(block)), "") : "";
  }
}
