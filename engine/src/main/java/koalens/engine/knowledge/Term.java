package koalens.engine.knowledge;

import java.util.List;

/// A stretch of label words the knowledge base has an answer for, or has not.
public sealed interface Term {

  /// Where it begins in the label text, in UTF-16 units.
  int start();

  /// Where it ends, exclusive.
  int end();

  /// The same so many places further on.
  default Term moved(int by) {
    return switch (this) {
      case Known(var entry, var how, boolean adjective, int start, int end) ->
          new Known(entry, how, adjective, start + by, end + by);
      case Word(var wordClass, int start, int end) -> new Word(wordClass, start + by, end + by);
      case Compound(var parts, var how, int start, int end) ->
          new Compound(
              parts.stream().map(part -> part.moved(by)).toList(), how, start + by, end + by);
      case Digits(String text, int start, int end) -> new Digits(text, start + by, end + by);
      case Unknown(String text, int start, int end) -> new Unknown(text, start + by, end + by);
    };
  }

  /// Whether it speaks for a food. A guess must not make anything vegan.
  default boolean isReassuring() {
    return this instanceof Word word
        && switch (word.wordClass()) {
          case VEGAN,
              NOT_ANIMAL,
              MICROBIAL,
              VEGETARIAN,
              MILK_FREE,
              EGG_FREE,
              FISH_FREE,
              WITHOUT,
              INSTEAD,
              FREE ->
              true;
          case NEUTRAL, HOMONYM, PART, ANIMAL, OF, AND, WITH -> false;
        };
  }

  /// The same, with nothing reassuring left of it.
  default Term withoutComfort() {
    return isReassuring() ? new Word(WordClass.NEUTRAL, start(), end()) : this;
  }

  /// An entry, found by one of its names or by its number.
  ///
  /// @param how how sure the look-up is
  /// @param adjective whether it says of what another word's thing is made, wherever it stands
  record Known(Entry entry, How how, boolean adjective, int start, int end) implements Term {}

  /// A word that names no ingredient.
  record Word(WordClass wordClass, int start, int end) implements Term {}

  /// One written word made of several known ones, head last: *havremjölk*.
  record Compound(List<Term> parts, How how, int start, int end) implements Term {
    /// Copies the list.
    public Compound {
      parts = List.copyOf(parts);
    }
  }

  /// A number that stands alone; additives are numbered so inside their class.
  record Digits(String text, int start, int end) implements Term {}

  /// A word nobody has taught the engine.
  record Unknown(String text, int start, int end) implements Term {}

  /// How something was found.
  enum How {
    /// By a name or number as written.
    EXACT,
    /// By a name with an ending of its own.
    INFLECTED,
    /// By a name that a reader of print could have taken for the written word.
    MISREAD,
    /// By a name that is one letter off: a suspicion, no more.
    NEAR
  }
}
