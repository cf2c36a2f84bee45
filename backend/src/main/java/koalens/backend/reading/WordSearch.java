package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Looks for words in what was read, misread letters allowed for.
final class WordSearch {
  private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");
  private static final int SHORTEST = 3;
  private static final int LETTERS_A_FAULT = 4;

  private WordSearch() {}

  static boolean occurs(String name, List<String> texts) {
    List<String> read = new ArrayList<>();
    texts.forEach(text -> addWords(text, read));
    return words(name).stream()
        .filter(word -> word.length() >= SHORTEST)
        .allMatch(word -> read.stream().anyMatch(other -> isNear(word, other)));
  }

  // Neighbours together too: a word may be divided by a line's end or a gap in the print.
  private static void addWords(String text, List<String> read) {
    List<String> words = words(text);
    read.addAll(words);
    for (int i = 1; i < words.size(); i++) {
      read.add(words.get(i - 1) + words.get(i));
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(NO_LETTERS.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean isNear(String word, String other) {
    int faults = word.length() / LETTERS_A_FAULT;
    return Math.abs(word.length() - other.length()) <= faults
        && Distance.between(word, other) <= faults;
  }
}
