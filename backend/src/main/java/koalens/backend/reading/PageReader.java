package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads one picture: finds its lines, turns it upright, recognises line by line, and the
/// ingredient list again in its own language. Not thread-safe.
final class PageReader {
  private static final String FIRST_LANGUAGES = "swe";
  private static final int LOW_RESOLUTION = 1280;
  private static final int HIGH_RESOLUTION = 2560;

  /// Lines lower than that in the low resolution are looked for again in the high one.
  private static final double LOWEST_LINE = 11;

  /// How much larger than the low resolution a picture must be to be worth a second look.
  private static final double LEAST_FINER = 1.6;

  private static final int STRIP_HEIGHT = 48;
  private static final int MOST_COLUMNS = 4;
  private static final double SURE = 78;
  private static final double DOUBTFUL = 65;

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
    progress.at(0, 1);
    Page page = page(picture, find(picture, LOW_RESOLUTION), progress);
    if (!page.lists().isEmpty() || longest(picture) < LEAST_FINER * LOW_RESOLUTION) {
      return page;
    }
    // A list that takes a small part of a large picture shows in the higher resolution alone.
    Page second = page(picture, find(picture, HIGH_RESOLUTION), progress);
    return second.lists().isEmpty() ? page : second;
  }

  private Page page(GreyImage picture, Found upright, ReadingProgress progress) {
    Found found = upright;
    List<PageRow> rows = recognised(found, progress);
    Found turned = found.over();
    if (isDoubtful(rows) && confidence(turned) > confidence(found) + 8) {
      found = turned;
      rows = recognised(turned, progress);
    }
    rows = inColumns(found.image(), rows);
    return new Page(picture, found.image(), found.quarters(), refined(found.image(), rows));
  }

  private static int longest(GreyImage image) {
    return Math.max(image.width(), image.height());
  }

  private List<PageRow> recognised(Found found, ReadingProgress progress) {
    List<PageRow> rows = rows(found.lines());
    var steps = new AtomicInteger();
    return team.each(
        rows,
        FIRST_LANGUAGES,
        (row, recognizer) -> row.with(recognise(found.image(), row, recognizer)),
        () -> progress.at(steps.incrementAndGet(), rows.size()));
  }

  private List<PageRow> inColumns(GreyImage image, List<PageRow> rows) {
    List<PageRow> known = rows;
    for (int column = 1; column < MOST_COLUMNS; column++) {
      List<PageRow> parted = Columns.parted(known);
      if (parted.equals(known)) {
        return known;
      }
      known =
          team.each(
              parted,
              FIRST_LANGUAGES,
              (row, recognizer) ->
                  row.looks().isEmpty() ? row.with(recognise(image, row, recognizer)) : row,
              () -> {});
    }
    return known;
  }

  // Letters upside down are recognised badly, and well once they are turned.
  private static boolean isDoubtful(List<PageRow> rows) {
    List<ReadWord> words = rows.stream().flatMap(row -> row.words().stream()).toList();
    return !rows.isEmpty() && ReadLine.confidence(words) < DOUBTFUL;
  }

  private record Found(GreyImage image, int quarters, List<LinePath> lines) {
    /// The same upside down.
    Found over() {
      return new Found(
          image.turned(2),
          quarters + 2,
          lines.stream().map(line -> line.over(image.width(), image.height())).toList());
    }
  }

  private Found find(GreyImage picture, int resolution) {
    List<LinePath> lines = lines(picture, resolution);
    if (!lies(lines)) {
      return new Found(picture, 0, lines);
    }
    GreyImage turned = picture.turned(1);
    return new Found(turned, 1, lines(turned, resolution));
  }

  private List<LinePath> lines(GreyImage image, int resolution) {
    List<LinePath> lines = detector.find(image, resolution);
    double scale = (double) resolution / longest(image);
    double height = Layout.median(lines.stream().mapToDouble(LinePath::height).toArray()) * scale;
    boolean finer = resolution < HIGH_RESOLUTION && scale < 0.75;
    return finer && !lines.isEmpty() && height < LOWEST_LINE
        ? detector.find(image, HIGH_RESOLUTION)
        : lines;
  }

  private static boolean lies(List<LinePath> lines) {
    double lying = 0;
    double all = 0;
    for (LinePath line : lines) {
      double length = Math.max(0, line.length() - 2 * line.height());
      all += length;
      lying += Math.abs(line.angleAt(line.middle())) > Math.PI / 4 ? length : 0;
    }
    return lying > all / 2;
  }

  private double confidence(Found found) {
    List<LinePath> longest =
        found.lines().stream()
            .sorted(Comparator.comparingDouble((LinePath line) -> -line.length() / line.height()))
            .limit(4)
            .toList();
    return team
        .each(
            longest,
            FIRST_LANGUAGES,
            (line, recognizer) ->
                ReadLine.confidence(
                    recognizer.words(LineStrip.of(found.image(), line, STRIP_HEIGHT, 1))),
            () -> {})
        .stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private List<PageRow> rows(List<LinePath> lines) {
    var rows = new ArrayList<PageRow>();
    List<List<List<LinePath>>> blocks = Layout.blocks(lines);
    for (int block = 0; block < blocks.size(); block++) {
      for (List<LinePath> stretches : blocks.get(block)) {
        rows.add(new PageRow(stretches, block, List.of()));
      }
    }
    return rows.size() <= limits.lines() ? rows : mostText(rows);
  }

  // Lists are long; what is left out first is what stands alone.
  private List<PageRow> mostText(List<PageRow> rows) {
    var counts = new java.util.HashMap<Integer, Integer>();
    rows.forEach(row -> counts.merge(row.block(), 1, Integer::sum));
    List<PageRow> kept =
        rows.stream()
            .sorted(Comparator.comparingInt((PageRow row) -> -counts.getOrDefault(row.block(), 0)))
            .limit(limits.lines())
            .toList();
    return rows.stream().filter(kept::contains).toList();
  }

  /// All ways of looking at a row, the best first.
  private static List<List<ReadWord>> recognise(
      GreyImage image, PageRow row, Recognizer recognizer) {
    var looks = new ArrayList<List<ReadWord>>();
    looks.add(words(image, row, recognizer, 1));
    if (ReadLine.confidence(looks.getFirst()) < SURE) {
      looks.add(words(image, row, recognizer, 1.3));
      looks.add(words(image, row, recognizer, 0.77));
    }
    return looks;
  }

  private static List<ReadWord> words(
      GreyImage image, PageRow row, Recognizer recognizer, double stretch) {
    var words = new ArrayList<ReadWord>();
    for (LinePath path : row.stretches()) {
      words.addAll(recognizer.words(LineStrip.of(image, path, STRIP_HEIGHT, stretch)));
    }
    return withoutSpecks(words);
  }

  // At a strip's ends a speck or an edge of the paper looks like a mark; what may close a bracket
  // opened on the line before is kept.
  private static List<ReadWord> withoutSpecks(List<ReadWord> words) {
    var clean = new ArrayList<ReadWord>();
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      text = i == 0 ? text.replaceFirst("^[\\p{Punct}‘’“”„«»—–&&[^(\\[*%)\\]]]+", "") : text;
      text = i == words.size() - 1 ? text.replaceFirst("['‘’“”„|_~`]+$", "") : text;
      if (!text.isEmpty()) {
        clean.add(new ReadWord(text, words.get(i).confidence()));
      }
    }
    return clean;
  }

  private List<PageRow> refined(GreyImage image, List<PageRow> rows) {
    var refined = new ArrayList<PageRow>();
    for (List<PageRow> block : Page.blocks(rows)) {
      refined.addAll(refinedBlock(image, block));
    }
    return refined;
  }

  private List<PageRow> refinedBlock(GreyImage image, List<PageRow> block) {
    boolean mayBeList = block.size() > 2 || block.stream().anyMatch(PageRow::hasHeading);
    String data = mayBeList ? DATA.getOrDefault(languages.of(Page.text(block)), "") : "";
    return data.isEmpty()
        ? block
        : team.each(
            block,
            data,
            (row, recognizer) -> row.with(recognise(image, row, recognizer)),
            () -> {});
  }
}
