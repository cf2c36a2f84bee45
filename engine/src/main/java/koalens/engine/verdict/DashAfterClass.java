package koalens.engine.verdict;

import java.util.List;
import java.util.OptionalDouble;
import koalens.engine.knowledge.Term;
import koalens.engine.knowledge.TermLookup;
import koalens.engine.knowledge.Trait;
import koalens.engine.parsing.Ingredient;
import koalens.engine.text.Token;

/// Reads a dash behind the name of an additive class as the colon it stands for: *regulator
/// kwasowości - kwas cytrynowy*, "acid – citric acid".
final class DashAfterClass {
  private DashAfterClass() {}

  /// Whether a dash between spaces parts the words of an ingredient.
  static boolean hasDash(Ingredient ingredient) {
    return dash(ingredient.words()) > 0;
  }

  /// The ingredient with what stands behind the dash as its part; the same where no class stands
  /// before it.
  ///
  /// @param ingredient one that [has a dash][#hasDash(Ingredient)]
  static Ingredient opened(Ingredient ingredient, TermLookup lookup) {
    List<Token> words = ingredient.words();
    int dash = dash(words);
    if (!isClass(words.subList(0, dash), lookup)) {
      return ingredient;
    }
    var part =
        new Ingredient(
            ingredient.role(),
            words.subList(dash + 1, words.size()),
            ingredient.percent(),
            ingredient.heading(),
            ingredient.parts());
    return new Ingredient(
        ingredient.role(), words.subList(0, dash), OptionalDouble.empty(), true, List.of(part));
  }

  private static int dash(List<Token> words) {
    for (int at = 1; at < words.size() - 1; at++) {
      boolean dash = words.get(at).kind() == Token.Kind.HYPHEN && words.get(at).spaced();
      if (dash && words.get(at + 1).spaced() && words.get(at + 1).isWord()) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isClass(List<Token> words, TermLookup lookup) {
    if (!words.stream().allMatch(Token::isWord)) {
      return false;
    }
    List<Term> terms = lookup.read(words);
    return terms.size() == 1
        && terms.getFirst() instanceof Term.Known known
        && known.entry().has(Trait.CLASS);
  }
}
