package koalens.engine.parsing;

import java.util.List;
import java.util.Locale;

/// A phrase of a language that says what the text after it is, such as "may contain", or how a word
/// is to be taken.
///
/// @param language ISO 639-1 code
/// @param kind what it does
/// @param words its folded words
public record LabelPhrase(String language, Kind kind, List<String> words) {
  /// Copies the list.
  public LabelPhrase {
    words = List.copyOf(words);
  }

  /// What a phrase does; named in `label.txt` in lower case with hyphens.
  public enum Kind {
    INGREDIENTS,
    CONTAINS,
    TRACES,
    FREE_FROM,
    /// Says that the food is vegan.
    VEGAN_CLAIM,
    /// Says that the food is not vegan: evidence as good as an ingredient.
    NOT_VEGAN,
    /// Any other praise.
    CLAIM,
    /// Says something of the food as a whole, such as "source of fibre": an animal in it counts.
    NOTE,
    /// Says nothing of what is in the food: storage, directions, the maker.
    OTHER,
    /// Ends what was denied: "contains no nuts but milk".
    BUT,
    /// Ends praise: "no added sugar, sweetened with honey".
    WITH,
    /// Takes back a part of what was praised: "vegan except the honey".
    EXCEPT,
    /// A word whose full stop ends no sentence, unless a capital follows.
    ABBREVIATIONS,
    /// A word whose full stop never ends a sentence.
    INNER,
    /// A unit after a number.
    UNITS;

    /// The kind with the name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Kind named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Whether it says what the text after it is; else it says how its words are to be taken.
    boolean saysSomething() {
      return switch (this) {
        case INGREDIENTS,
            CONTAINS,
            TRACES,
            FREE_FROM,
            VEGAN_CLAIM,
            NOT_VEGAN,
            CLAIM,
            NOTE,
            OTHER,
            BUT,
            WITH,
            EXCEPT ->
            true;
        case ABBREVIATIONS, INNER, UNITS -> false;
      };
    }

    Role role() {
      return switch (this) {
        case INGREDIENTS -> Role.DECLARED;
        case CONTAINS, NOT_VEGAN -> Role.CONTAINS;
        case TRACES -> Role.TRACE;
        case FREE_FROM -> Role.FREE_FROM;
        case VEGAN_CLAIM, CLAIM -> Role.CLAIM;
        case NOTE -> Role.NOTE;
        case BUT, WITH, EXCEPT -> Role.TAIL;
        case OTHER, ABBREVIATIONS, INNER, UNITS -> Role.OTHER;
      };
    }
  }
}
