package koalens.engine.parsing;

/// The part an ingredient plays on a label.
public enum Role {
  /// In the ingredient list.
  DECLARED,
  /// Named after "contains": an allergen or other ingredient that is certainly there.
  CONTAINS,
  /// "May contain": not an ingredient.
  TRACE,
  /// "Free from": said not to be there.
  FREE_FROM,
  /// A claim about the whole product, such as "suitable for vegans".
  CLAIM,
  /// After the end of the list: prose, or a list that goes on.
  TAIL,
  /// Said of the food as a whole: nothing in it counts but an animal. The engine answers with
  /// [#TAIL] or [#OTHER] in its place.
  NOTE,
  /// Before the list, or about storage, nutrition, the maker: no ingredient.
  OTHER;

  /// Whether what plays it is in the food.
  public boolean isContent() {
    return switch (this) {
      case DECLARED, CONTAINS, TAIL -> true;
      case TRACE, FREE_FROM, CLAIM, NOTE, OTHER -> false;
    };
  }
}
