package koalens.engine.knowledge;

/// What a name stands for: an entry, or a class of words.
sealed interface Meaning {

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
