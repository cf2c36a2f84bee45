package koalens.backend.analysis.advice;

import java.util.List;

/// What a provider is to answer on a photo or film.
///
/// @param text the ingredient list as printed
/// @param whole whether all of the list can be read in the pictures
/// @param ingredients each ingredient of the list
record LabelAnswer(String text, boolean whole, List<IngredientAnswers.Answered> ingredients) {
  LabelAnswer {
    ingredients = List.copyOf(ingredients);
  }
}
