package koalens.backend.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was read in a photo or film.
///
/// @param text the ingredient list as one text, or all that was read when no list was found
/// @param otherTexts the same as other ways of looking read it: for caution, what is in any of them
///   was on the label
/// @param partedText the text with a comma at every line's end where one may have been lost: only
///   for doubt
/// @param besides what else was read, a text for each paragraph that is in no list; of all pictures
/// @param listFound whether a heading of an ingredient list was found
/// @param confidence how sure the recogniser is of the text, 0 to 100
/// @param complete whether the whole list seems to be in the picture; only then may its silence on
///   something be trusted
/// @param lines every line, list or not, in reading order, in the picture that was read best
/// @param issues what kept it from being read well
/// @param framesUsed how many pictures were read: 1 for a photo
/// @param frame in which of the pictures that were read the lines lie, from 0 in the order in which
///   [ReadingProgress#looksAt] told of them
/// @param width of the picture as a person sees it, in pixels
/// @param height the same
public record LabelReading(
    String text,
    List<String> otherTexts,
    String partedText,
    List<String> besides,
    boolean listFound,
    double confidence,
    boolean complete,
    List<ReadLine> lines,
    Set<QualityIssue> issues,
    int framesUsed,
    int frame,
    int width,
    int height) {

  /// Copies the collections.
  public LabelReading {
    otherTexts = List.copyOf(otherTexts);
    besides = List.copyOf(besides);
    lines = List.copyOf(lines);
    issues = Set.copyOf(issues);
  }

  /// The same lines as those of a film's best frame.
  LabelReading ofFilm(FilmText film, List<String> outside, int number, int frames) {
    return new LabelReading(
        film.text(),
        film.others(),
        film.parted(),
        outside,
        listFound,
        film.confidence(),
        film.complete(),
        lines,
        issues,
        frames,
        number,
        width,
        height);
  }

  /// Whether a name was read in any line, in any way of looking; a letter in four may be off.
  public boolean shows(String name) {
    return occurs(
        name,
        lines.stream()
            .flatMap(line -> Stream.concat(Stream.of(line.words()), line.others().stream()))
            .map(ReadLine::text)
            .toList());
  }

  /// Whether a name was read with at least that confidence, 0 to 100, in each of its words; a
  /// letter in four may be off.
  public boolean shows(String name, double confidence) {
    String sure =
        lines.stream()
            .flatMap(line -> line.words().stream())
            .filter(word -> word.confidence() >= confidence)
            .map(ReadWord::text)
            .collect(Collectors.joining(" "));
    return occurs(name, List.of(sure));
  }

  /// Whether a name occurs in the texts: its words, of which a letter in four may be off and which
  /// may be divided, and the number of an additive as it is. A name without a letter or such a
  /// number occurs nowhere.
  public static boolean occurs(String name, List<String> texts) {
    return WordSearch.occurs(name, texts);
  }
}
