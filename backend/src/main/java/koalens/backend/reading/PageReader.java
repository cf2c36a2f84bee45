package koalens.backend.reading;

import java.util.List;

/// Reads one picture: finds its lines, turns it upright, recognises line by line, looks closer at
/// small print, and reads the ingredient list again in its own language. Not thread-safe.
final class PageReader {
  private static final String FIRST_LANGUAGES = "swe";

  /// How much larger than the low resolution a picture must be to be worth a second look.
  private static final double LEAST_FINER = 1.6;

  private static final int PROBES = 4;
  private static final double DOUBTFUL = 65;
  private static final double CLEARLY_BETTER = 8;

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
    RowReader reader = reader(found, steps);
    List<PageRow> rows = reader.read(found.lines());
    UprightLines turned = found.over();
    if (isDoubtful(rows) && confidence(turned) > confidence(found) + CLEARLY_BETTER) {
      found = turned;
      reader = reader(found, steps);
      rows = reader.read(found.lines());
    }
    var look = new CloserLook(detector, found.image(), found.scale());
    CloserReading closer = CloserReading.of(rows, look, reader);
    rows = reader.refined(reader.inColumns(closer.rows()));
    boolean cut = closer.open() || reader.cuts(found.lines());
    return new Page(picture, found.image(), found.quarters(), rows, closer.passedOver(), cut);
  }

  private RowReader reader(UprightLines found, ReadingSteps steps) {
    return new RowReader(team, languages, found.image(), limits.lines(), steps);
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
}
