package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import koalens.engine.knowledge.TermLookup;
import koalens.engine.parsing.Ingredient;
import koalens.engine.text.Token;

/// Gives a word the end that stands in a bracket glued to it: *Vollei(pulver)* → *Volleipulver*,
/// where that is a word the engine knows; else the bracket is the ingredient's part.
final class GluedBracket {
  private final TermLookup lookup;
  private final String text;

  /// @param text the whole label
  GluedBracket(TermLookup lookup, String text) {
    this.lookup = lookup;
    this.text = text;
  }

  /// @param ingredient one that [is glued][#isGlued(Ingredient)]
  Ingredient joined(Ingredient ingredient) {
    Token before = ingredient.words().getLast();
    Token inside = ingredient.parts().getFirst().words().getFirst();
    var whole =
        new Token(
            Token.Kind.WORD,
            before.text() + inside.text(),
            before.start(),
            behindBracket(inside.end()),
            before.spaced());
    if (!HangingHyphens.isKnown(whole, lookup)) {
      return ingredient;
    }
    var words = new ArrayList<>(ingredient.words());
    words.set(words.size() - 1, whole);
    return new Ingredient(
        ingredient.role(), words, ingredient.percent(), ingredient.heading(), List.of());
  }

  // The label may end before the bracket does.
  private int behindBracket(int end) {
    return end < text.length() && !Character.isLetterOrDigit(text.charAt(end)) ? end + 1 : end;
  }

  /// Whether an ingredient's one word has a bracket with one word at its end.
  static boolean isGlued(Ingredient ingredient) {
    if (ingredient.words().isEmpty() || ingredient.parts().size() != 1) {
      return false;
    }
    Ingredient part = ingredient.parts().getFirst();
    Token before = ingredient.words().getLast();
    return before.kind() == Token.Kind.WORD
        && part.parts().isEmpty()
        && part.percent().isEmpty()
        && part.words().size() == 1
        && part.words().getFirst().kind() == Token.Kind.WORD
        && part.start() == before.end() + 1;
  }
}
