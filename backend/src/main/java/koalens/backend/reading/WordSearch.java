package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looks for words in what was read, misread letters allowed for.
final class WordSearch {
  private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

  /// Those of additives; shorter ones are shares and footnotes.
  private static final Pattern NUMBER = Pattern.compile("\\d{3,}");

  private static final int SHORTEST = 3;
  private static final int LETTERS_A_FAULT = 4;

  private WordSearch() {}

  static boolean occurs(String name, List<String> texts) {
    List<String> read = new ArrayList<>();
    texts.forEach(text -> addWords(text, read));
    Set<String> numbers = numbers(name);
    List<String> sought = sought(name, numbers);
    return !(sought.isEmpty() && numbers.isEmpty())
        && texts.stream().flatMap(text -> numbers(text).stream()).toList().containsAll(numbers)
        && sought.stream().allMatch(word -> read.stream().anyMatch(other -> isNear(word, other)));
  }

  // Short words are lost in noise: they count only where a name has nothing else.
  private static List<String> sought(String name, Set<String> numbers) {
    List<String> words = words(name);
    List<String> longer = words.stream().filter(word -> word.length() >= SHORTEST).toList();
    return longer.isEmpty() && numbers.isEmpty() ? words : longer;
  }

  private static Set<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
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
