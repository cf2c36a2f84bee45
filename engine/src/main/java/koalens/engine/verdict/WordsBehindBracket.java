package koalens.engine.verdict;

import java.util.List;
import java.util.OptionalDouble;
import koalens.engine.parsing.Ingredient;
import koalens.engine.text.Token;

/// An ingredient with words behind its bracket or its share, as print leaves them where a comma was
/// lost: *vegetable oil (palm, rape) whey powder*, *rice 60 % milk*. What belongs together is in
/// two halves then.
///
/// @param before the words before the bracket, with what stands in it
/// @param behind the words behind it, with what follows them
record WordsBehindBracket(Ingredient before, Ingredient behind) {
  private static final int LIST = 2;

  /// Whether words stand before and behind a bracket.
  static boolean in(Ingredient ingredient) {
    return split(ingredient) > 0;
  }

  /// Whether the bracket holds a list: "vegetable oil (palm, rape)".
  boolean holdsList() {
    return before.parts().size() >= LIST;
  }

  /// @param ingredient one that [has such words][#in(Ingredient)]
  static WordsBehindBracket of(Ingredient ingredient) {
    int words = split(ingredient);
    int start = ingredient.words().get(words).start();
    List<Ingredient> inside =
        ingredient.parts().stream().filter(part -> part.start() < start).toList();
    List<Ingredient> after =
        ingredient.parts().stream().filter(part -> part.start() > start).toList();
    return new WordsBehindBracket(
        new Ingredient(
            ingredient.role(),
            ingredient.words().subList(0, words),
            OptionalDouble.empty(),
            false,
            inside),
        new Ingredient(
            ingredient.role(),
            ingredient.words().subList(words, ingredient.words().size()),
            ingredient.percent(),
            ingredient.heading(),
            after));
  }

  // The first word behind a share or the first part; 0 without one. A word glued to the bracket
  // goes
  // on with the one before it.
  private static int split(Ingredient ingredient) {
    List<Token> words = ingredient.words();
    int bracket =
        ingredient.parts().isEmpty() ? Integer.MAX_VALUE : ingredient.parts().getFirst().start();
    for (int at = 1; at < words.size(); at++) {
      boolean behindShare = words.get(at - 1).kind() == Token.Kind.PERCENT;
      if (behindShare || words.get(at).start() > bracket) {
        return words.get(at).spaced() && words.get(at).isWord() ? at : 0;
      }
    }
    return 0;
  }
}
