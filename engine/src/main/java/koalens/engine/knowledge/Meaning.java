package koalens.engine.knowledge;

/// What a name in a lexicon stands for: an entry, or a class of words.
sealed interface Meaning {
  record Names(Entry entry) implements Meaning {}

  record Says(WordClass wordClass) implements Meaning {}
}
