package koalens.backend.analysis.advice;

import java.util.List;
import koalens.engine.knowledge.Status;

/// What a provider is to answer: one entry for each ingredient it was asked about.
///
/// @param ingredients the ingredients
public record IngredientAnswers(List<Answered> ingredients) {
  /// Copies the list.
  public IngredientAnswers {
    ingredients = List.copyOf(ingredients);
  }

  /// The answer on one ingredient.
  ///
  /// @param name its name, as in the question
  /// @param status whether it is vegan
  /// @param reason why, in a few words
  public record Answered(String name, Status status, String reason) {}
}
