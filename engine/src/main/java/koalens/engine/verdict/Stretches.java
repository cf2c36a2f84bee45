package koalens.engine.verdict;

import java.util.List;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Ingredient;

/// The stretches of one ingredient's words between joining words, and what they come to together.
///
/// @param segments the stretches, in reading order; none where the ingredient has no words
record Stretches(List<Segment> segments) {
  static final Stretches NONE = new Stretches(List.of());

  private static final int PROSE = 3;
  private static final int PARTS_OF_A_LIST = 2;

  /// The index of the last one with a noun; negative without one.
  int lastNamed() {
    int last = segments.size() - 1;
    while (last >= 0 && segments.get(last).finding().isEmpty()) {
      last--;
    }
    return last;
  }

  int unknownWords() {
    int words = 0;
    for (int i = 0; i < segments.size(); i++) {
      words += segments.get(i).unknownWords();
    }
    return words;
  }

  boolean namesAnimal() {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).qualified().filter(found -> found.is(Status.NON_VEGAN)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// What all of them say about the origin.
  Qualifiers said() {
    Qualifiers said = Qualifiers.NONE;
    for (int i = 0; i < segments.size(); i++) {
      said = said.and(segments.get(i).qualifiers());
    }
    return said;
  }

  /// Whether they are no ingredient: after the list, words that nobody knows are prose.
  ///
  /// @param ingredient the ingredient as printed
  boolean areProse(Ingredient ingredient) {
    return switch (ingredient.role()) {
      case TAIL ->
          ingredient.parts().size() < PARTS_OF_A_LIST && unknownWords() >= (namesAnimal() ? 2 : 1);
      case OTHER, CLAIM -> unknownWords() >= PROSE;
      case DECLARED, CONTAINS, TRACE, FREE_FROM, NOTE -> false;
    };
  }
}
