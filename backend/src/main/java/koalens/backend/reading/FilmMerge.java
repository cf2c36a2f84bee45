package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  static LabelReading of(List<LabelReading> readings) {
    List<LabelReading> sorted = readings.stream().sorted(BEST_FIRST).toList();
    LabelReading base = sorted.getFirst();
    if (!base.listFound()) {
      return merged(readings, sorted, List.of(), base.text());
    }
    List<List<ReadWord>> lines = voted(sorted).lines();
    return merged(readings, sorted, lines, LabelText.ofLists(lines));
  }

  // What shares too few words with those before may share more with those after.
  private static WordVotes voted(List<LabelReading> sorted) {
    var votes = new WordVotes();
    var waiting = new ArrayList<List<List<ReadWord>>>();
    sorted.forEach(one -> waiting.addAll(parts(one)));
    while (waiting.removeIf(votes::add)) {}
    return votes;
  }

  /// What of a frame may belong to the list: where its heading is out of sight, every block for
  /// itself.
  private static List<List<List<ReadWord>>> parts(LabelReading reading) {
    Map<Integer, List<List<ReadWord>>> parts =
        reading.lines().stream()
            .filter(line -> line.inList() || !reading.listFound())
            .collect(
                Collectors.groupingBy(
                    line -> reading.listFound() ? 0 : line.block(),
                    TreeMap::new,
                    Collectors.mapping(line -> CutWords.of(line, reading), Collectors.toList())));
    return List.copyOf(parts.values());
  }

  private static LabelReading merged(
      List<LabelReading> readings,
      List<LabelReading> sorted,
      List<List<ReadWord>> lines,
      String text) {
    LabelReading base = sorted.getFirst();
    return new LabelReading(
        text,
        others(sorted, text),
        base.listFound(),
        lines.isEmpty() ? base.confidence() : ReadLine.confidence(words(lines)),
        sorted.stream().anyMatch(one -> showsAll(one, words(lines).size())),
        base.lines(),
        base.issues(),
        readings.size(),
        readings.indexOf(base),
        base.width(),
        base.height());
  }

  private static List<String> others(List<LabelReading> sorted, String text) {
    var others = new LinkedHashSet<String>();
    for (LabelReading reading : sorted) {
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
