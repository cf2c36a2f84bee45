package koalens.backend.reading;

import java.util.List;
import java.util.stream.Collectors;

/// A line of text in a picture.
///
/// @param words what was recognised, left to right
/// @param others what other ways of looking recognised in its place, worse ones
/// @param outline its corners clockwise from where it begins
/// @param block which paragraph it belongs to
/// @param inList whether it belongs to the ingredient list
public record ReadLine(
    List<ReadWord> words,
    List<List<ReadWord>> others,
    List<Corner> outline,
    int block,
    boolean inList) {

  /// Copies the lists.
  public ReadLine {
    words = List.copyOf(words);
    others = List.copyOf(others);
    outline = List.copyOf(outline);
  }

  /// The words with a space between, percent signs mended as in the list's text.
  public String text() {
    return PercentSigns.mended(text(words));
  }

  static String text(List<ReadWord> words) {
    return words.stream().map(ReadWord::text).collect(Collectors.joining(" "));
  }

  /// Mean confidence, each letter counting the same; 0 without words.
  public double confidence() {
    return confidence(words);
  }

  static double confidence(List<ReadWord> words) {
    double letters = words.stream().mapToInt(word -> word.text().length()).sum();
    return letters == 0
        ? 0
        : words.stream().mapToDouble(word -> word.confidence() * word.text().length()).sum()
            / letters;
  }
}
