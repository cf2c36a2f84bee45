package koalens.engine.knowledge;

import org.jspecify.annotations.Nullable;

/// All the names know of one written word, known or not. Immutable and thread-safe.
final class WordFacts {
  private final String text;
  private final long behindSpace;
  private final int name;
  private final int evidence;
  private final @Nullable Sense first;

  /// One meaning of a word.
  ///
  /// @param languages where it has it
  /// @param stem whether only inside compound words
  /// @param next another one
  record Sense(Meaning meaning, int languages, boolean stem, @Nullable Sense next) {}

  /// @param behindSpace where names go on that have more words, or [Automaton#NOWHERE]
  /// @param name the number of the name it is, or -1
  /// @param evidence the languages it speaks for
  /// @param first what it means, if anything
  WordFacts(String text, long behindSpace, int name, int evidence, @Nullable Sense first) {
    this.text = text;
    this.behindSpace = behindSpace;
    this.name = name;
    this.evidence = evidence;
    this.first = first;
  }

  String text() {
    return text;
  }

  long behindSpace() {
    return behindSpace;
  }

  boolean isName() {
    return name >= 0;
  }

  /// The languages the word speaks for; none for a word nobody knows.
  int evidence() {
    return evidence;
  }

  /// What the word means in one of the languages.
  ///
  /// @param stems whether forms count that occur only inside compound words
  @Nullable Meaning meaning(int set, boolean stems) {
    Meaning best = null;
    for (Sense sense = first; sense != null; sense = sense.next) {
      if ((stems || !sense.stem) && (sense.languages & set) != 0) {
        best = Meaning.moreCautious(best, sense.meaning);
      }
    }
    return best;
  }
}
