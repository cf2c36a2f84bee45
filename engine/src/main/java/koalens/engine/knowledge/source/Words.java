package koalens.engine.knowledge.source;

import java.util.Locale;

/// How keys in knowledge files relate to constants in code.
final class Words {
  private Words() {}

  /// `not-animal` → `NOT_ANIMAL`.
  static String constant(String key) {
    return key.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
