package koalens.engine.knowledge;

/// What a name in a lexicon stands for: an entry, or a class of words.
sealed interface Meaning {
  /// An entry's name.
  ///
  /// @param adjective whether it says of what another word's thing is made
  record Names(Entry entry, boolean adjective) implements Meaning {}

  record Says(WordClass wordClass) implements Meaning {}
}
