package koalens.engine.parsing;

import java.util.List;
import java.util.OptionalDouble;
import koalens.engine.text.Token;

/// One ingredient as printed, with its own parts.
///
/// @param role the part it plays on the label
/// @param words its words, numbers and the joining marks between them, without brackets; may be
///   empty when a label opens a bracket without a name
/// @param percent its share in percent, when printed
/// @param heading whether a colon follows its words, as in "Filling: sugar"
/// @param parts what stands in its brackets or after its colon
public record Ingredient(
    Role role, List<Token> words, OptionalDouble percent, boolean heading, List<Ingredient> parts) {

  private static final int LANGUAGE_CODE = 3;

  /// Copies both lists.
  public Ingredient {
    words = List.copyOf(words);
    parts = List.copyOf(parts);
  }

  /// Where it begins in the label text, in UTF-16 units.
  public int start() {
    return words.isEmpty() ? parts.getFirst().start() : words.getFirst().start();
  }

  /// Where its own words end in the label text, exclusive.
  public int end() {
    return words.isEmpty() ? parts.getLast().end() : words.getLast().end();
  }

  /// Whether it may be the name of a product: one thing behind the list, perhaps behind the code of
  /// a language.
  boolean isNameLike() {
    boolean one = parts.isEmpty() || (isLanguageCode() && parts.size() == 1);
    return role == Role.TAIL && one && parts.stream().allMatch(part -> part.parts().isEmpty());
  }

  // "NO:", "DK/NO:"
  private boolean isLanguageCode() {
    return heading && words.stream().allMatch(word -> word.text().length() <= LANGUAGE_CODE);
  }

  /// The same where it turns out to stand before the list.
  ///
  /// @param before the role of what stands there
  Ingredient beforeHeading(Role before) {
    return switch (role) {
      case DECLARED, TAIL -> new Ingredient(before, words, percent, heading, parts);
      case CONTAINS, TRACE, FREE_FROM, CLAIM, NOTE, OTHER -> this;
    };
  }

  /// The same with what stands behind its colon, where it is the name of the food in another
  /// language: "NO: Pasta. Ingredienser: …".
  Ingredient nameBeforeHeading() {
    List<Ingredient> inside = parts.stream().map(Ingredient::nameBeforeHeading).toList();
    return new Ingredient(Role.NOTE, words, percent, heading, inside);
  }
}
