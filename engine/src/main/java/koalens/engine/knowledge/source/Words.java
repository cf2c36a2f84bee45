package koalens.engine.knowledge.source;

import java.util.List;
import java.util.Locale;
import koalens.engine.text.Tokenizer;

/// How words in knowledge files relate to what the engine looks up. Thread-safe.
final class Words {
  private static final Tokenizer TOKENIZER = Tokenizer.standard();

  private Words() {}

  /// The folded words of a name.
  static List<String> of(String name) {
    return TOKENIZER.words(name);
  }

  /// `not-animal` → `NOT_ANIMAL`.
  static String constant(String key) {
    return key.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
