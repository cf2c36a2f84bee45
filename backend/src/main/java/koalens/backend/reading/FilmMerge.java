package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// Makes one reading of those of several frames: the best one is the base, the words of the others
/// vote on its words and fill in what it does not show.
final class FilmMerge {
  private static final Comparator<LabelReading> BEST_FIRST =
      Comparator.comparing(LabelReading::listFound)
          .thenComparingDouble(reading -> reading.confidence() * Math.sqrt(reading.text().length()))
          .reversed();

  /// A list that one frame shows whole has about as many words as all frames together.
  private static final double ALL_WORDS = 0.97;

  private FilmMerge() {}

  static LabelReading of(List<FrameReading> frames) {
    List<LabelReading> readings = frames.stream().map(FrameReading::reading).toList();
    List<FrameReading> sorted =
        frames.stream().sorted(Comparator.comparing(FrameReading::reading, BEST_FIRST)).toList();
    LabelReading base = sorted.getFirst().reading();
    if (!base.listFound()) {
      return base.ofFilm(
          FilmText.of(base), besides(readings), readings.indexOf(base), frames.size());
    }
    LineVotes votes = voted(sorted);
    List<List<ReadWord>> lines = votes.words();
    String text = LabelText.ofLists(lines);
    boolean breaksOff = PrintedList.breaksOff(text);
    boolean complete =
        readings.stream().anyMatch(one -> showsAll(one, words(lines).size()))
            || (votes.isWhole() && !breaksOff);
    var film =
        new FilmText(
            text,
            LabelText.ofLists(LabelText.parted(lines)),
            others(readings, text),
            ReadLine.confidence(words(lines)),
            complete);
    return base.ofFilm(film, besides(readings), readings.indexOf(base), frames.size());
  }

  // Also of frames without a heading: *Contains: milk* may stand where the list does not.
  private static List<String> besides(List<LabelReading> readings) {
    return readings.stream().flatMap(reading -> reading.besides().stream()).distinct().toList();
  }

  // What shares too few words with those before may share more with those after.
  private static LineVotes voted(List<FrameReading> sorted) {
    var votes = new LineVotes();
    var waiting = new ArrayList<List<SeenRow>>();
    sorted.forEach(one -> waiting.addAll(one.parts()));
    while (waiting.removeIf(votes::add)) {}
    return votes;
  }

  private static List<String> others(List<LabelReading> readings, String text) {
    var others = new LinkedHashSet<String>();
    for (LabelReading reading : readings) {
      if (reading.listFound()) {
        others.add(reading.text());
        others.addAll(reading.otherTexts());
      }
    }
    others.remove(text);
    return List.copyOf(others);
  }

  private static boolean showsAll(LabelReading reading, int words) {
    return reading.complete() && words(listLines(reading)).size() >= ALL_WORDS * words;
  }

  private static List<List<ReadWord>> listLines(LabelReading reading) {
    return reading.lines().stream().filter(ReadLine::inList).map(ReadLine::words).toList();
  }

  private static List<ReadWord> words(List<List<ReadWord>> lines) {
    var words = new ArrayList<ReadWord>();
    lines.forEach(words::addAll);
    return words;
  }
}
