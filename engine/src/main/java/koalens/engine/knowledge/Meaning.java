package koalens.engine.knowledge;

import org.jspecify.annotations.Nullable;

/// What a name stands for: an entry, or a class of words.
sealed interface Meaning {

  /// Of two meanings the one that asks for more caution; the first when they ask for the same.
  static @Nullable Meaning moreCautious(@Nullable Meaning one, @Nullable Meaning other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.caution() > one.caution() ? other : one;
  }

  /// The term of words that mean it.
  ///
  /// @param how how sure the look-up is
  default Term term(Term.How how, int start, int end) {
    return switch (this) {
      case Names(var entry, boolean adjective) -> new Term.Known(entry, how, adjective, start, end);
      case Says(var wordClass) -> new Term.Word(wordClass, start, end);
    };
  }

  /// How much caution it asks for, when a name has several meanings: the greatest wins.
  int caution();

  /// An entry's name.
  ///
  /// @param adjective whether it says of what another word's thing is made
  record Names(Entry entry, boolean adjective) implements Meaning {
    @Override
    public int caution() {
      return switch (entry.status()) {
        case VEGAN, UNKNOWN -> 1;
        case MAYBE_VEGAN -> 2;
        case NON_VEGAN -> 3;
      };
    }
  }

  /// A word that names no ingredient.
  record Says(WordClass wordClass) implements Meaning {
    @Override
    public int caution() {
      return 0;
    }
  }
}
