package koalens.engine.parsing;

import java.util.List;

/// A label text taken apart.
///
/// @param ingredients what the label names, in reading order, each with its role
/// @param headed whether a heading such as "Ingredients:" was found
/// @param claimsVegan whether a phrase calls the food vegan, such as "suitable for vegans"
/// @param truncated whether a limit cut the text: such a label can never be judged vegan
public record Label(
    List<Ingredient> ingredients, boolean headed, boolean claimsVegan, boolean truncated) {

  /// Copies the list.
  public Label {
    ingredients = List.copyOf(ingredients);
  }
}
