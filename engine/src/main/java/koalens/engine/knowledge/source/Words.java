package koalens.engine.knowledge.source;

import java.util.List;
import java.util.Locale;
import koalens.engine.text.Tokenizer;

/// How words in knowledge files relate to what the engine looks up. Thread-safe.
final class Words {
  // What folding leaves fits in ISO 8859-1.
  private static final int LAST_LETTER = 0xFF;
  private static final Tokenizer TOKENIZER = Tokenizer.standard();

  private Words() {}

  /// The folded words of a name.
  static List<String> of(String name) {
    return TOKENIZER.words(name);
  }

  /// Whether folding left letters only that label words can have.
  static boolean areFoldable(List<String> words) {
    return !words.isEmpty()
        && words.stream().allMatch(word -> word.chars().allMatch(letter -> letter <= LAST_LETTER));
  }

  /// `not-animal` → `NOT_ANIMAL`.
  static String constant(String key) {
    return key.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
