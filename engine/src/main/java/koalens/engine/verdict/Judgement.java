package koalens.engine.verdict;

import java.util.List;
import java.util.stream.Stream;
import koalens.engine.parsing.Role;

/// What the engine has to say about one label.
///
/// @param verdict the answer
/// @param policy which doubts decided
/// @param claimsVegan whether the label calls the food vegan; a claim decides nothing
/// @param language the language most of its words are in, as ISO 639-1 code; `und` when none is
///   recognised
/// @param ingredients everything the label names, in reading order, traces and claims included:
///   look at the role
/// @param listFound whether there is an ingredient list at all
/// @param truncated whether a limit cut the text
public record Judgement(
    Verdict verdict,
    Policy policy,
    boolean claimsVegan,
    String language,
    List<JudgedIngredient> ingredients,
    boolean listFound,
    boolean truncated) {

  /// Copies the list.
  public Judgement {
    ingredients = List.copyOf(ingredients);
  }

  /// Whether the label calls vegan what by its own list is not.
  public boolean contradictsItself() {
    return claimsVegan && verdict instanceof Verdict.NonVegan;
  }

  /// What is in the food, parts included, in reading order.
  public Stream<JudgedIngredient> contents() {
    return ingredients.stream()
        .flatMap(JudgedIngredient::flattened)
        .filter(ingredient -> ingredient.role().isContent());
  }

  /// What the food may hold traces of.
  public Stream<JudgedIngredient> traces() {
    return ingredients.stream()
        .flatMap(JudgedIngredient::flattened)
        .filter(ingredient -> ingredient.role() == Role.TRACE);
  }
}
