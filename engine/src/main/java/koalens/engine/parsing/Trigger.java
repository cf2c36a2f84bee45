package koalens.engine.parsing;

import java.util.List;
import java.util.Locale;

/// A phrase that says what the text after it is, such as "may contain".
///
/// @param kind what it opens
/// @param words the folded words of the phrase
record Trigger(Kind kind, List<String> words) {

  enum Kind {
    INGREDIENTS,
    CONTAINS,
    TRACES,
    FREE_FROM,
    CLAIM,
    OTHER;

    static Kind named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Role role() {
      return switch (this) {
        case INGREDIENTS -> Role.DECLARED;
        case CONTAINS -> Role.CONTAINS;
        case TRACES -> Role.TRACE;
        case FREE_FROM -> Role.FREE_FROM;
        case CLAIM -> Role.CLAIM;
        case OTHER -> Role.OTHER;
      };
    }
  }
}
