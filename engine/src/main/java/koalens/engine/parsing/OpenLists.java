package koalens.engine.parsing;

import java.util.List;

/// The lists open while a label is read, the label's own and one for each bracket and colon in it,
/// and the role of what is being read in them. Not thread-safe; used for one label.
final class OpenLists {
  private static final int SHORTEST_LIST = 3;

  private final ParsingLimits limits;
  private IngredientBuilder item = new IngredientBuilder(null, false, Role.DECLARED);
  private Role role = Role.DECLARED;
  private int brackets;
  // Brackets opened deeper than the limit: what is in them is read as if they were not there.
  private int bracketsTooDeep;
  private int ingredients;
  private int firstOfSentence;
  private int firstOfLastSentence;

  OpenLists(ParsingLimits limits) {
    this.limits = limits;
  }

  /// The ingredient being read in the innermost list.
  IngredientBuilder item() {
    return item;
  }

  Role role() {
    return role;
  }

  /// What is read from here on has another role.
  void turnTo(Role next) {
    role = next;
  }

  boolean isFull() {
    return ingredients >= limits.ingredients();
  }

  boolean isInBracket() {
    return brackets > 0;
  }

  /// Ends the ingredient being read, and with it the lists that colons opened.
  void endItem() {
    while (item.isAfterColon()) {
      closeInnermost();
    }
    endItem(role);
  }

  /// Ends the ingredient being read, which has a role of its own.
  void endItem(Role own) {
    if (item.finish(own)) {
      ingredients++;
    }
  }

  /// Opens a list in brackets. Returns whether it was not too deep for the limit.
  boolean openBracket() {
    if (brackets >= limits.depth()) {
      bracketsTooDeep++;
      endItem();
      return false;
    }
    brackets++;
    item = new IngredientBuilder(item, false, role);
    return true;
  }

  void closeBracket() {
    if (bracketsTooDeep > 0) {
      bracketsTooDeep--;
      endItem();
    } else if (brackets > 0) {
      endItem();
      closeInnermost();
      brackets--;
    }
  }

  /// The words read so far head the list that follows, as far as the next separator.
  void openAfterColon() {
    item.markHeading();
    item = new IngredientBuilder(item, true, role);
  }

  /// Ends the ingredient and all brackets. What follows the list's sentence is its tail.
  void endSentence() {
    endItem();
    while (brackets > 0) {
      closeInnermost();
      brackets--;
      endItem();
    }
    bracketsTooDeep = 0;
    boolean listRead = item.finished().size() > firstOfSentence && role == Role.DECLARED;
    if (listRead || role != Role.DECLARED) {
      role = hasDeclared() ? Role.TAIL : Role.DECLARED;
    }
    if (item.finished().size() > firstOfSentence) {
      firstOfLastSentence = firstOfSentence;
      firstOfSentence = item.finished().size();
    }
  }

  /// All ingredients ended so far, in the label's own list, stood before its heading: the name of
  /// the food and its praise, or, where they are many, perhaps a list that had no heading.
  void setBeforeHeading() {
    List<Ingredient> finished = item.finished();
    Role before = finished.size() < SHORTEST_LIST ? Role.OTHER : Role.NOTE;
    finished.replaceAll(ingredient -> ingredient.beforeHeading(before));
  }

  /// What stood alone in the sentence before another heading, behind the list of another language,
  /// is the product's name there: "… salt. NO: Pasta. Ingredienser: …".
  void setNameBeforeHeading() {
    List<Ingredient> finished = item.finished();
    boolean ended = finished.size() == firstOfSentence;
    int first = ended ? firstOfLastSentence : firstOfSentence;
    if (finished.size() == first + 1 && finished.getLast().isNameLike()) {
      finished.set(first, finished.getLast().nameBeforeHeading());
    }
  }

  private void closeInnermost() {
    IngredientBuilder closed = item;
    IngredientBuilder parent = closed.parent();
    if (parent == null) {
      return;
    }
    endItem(role);
    role = closed.enclosing();
    parent.adopt(closed);
    item = parent;
  }

  /// Whether anything of a list was read.
  boolean hasDeclared() {
    return item.finished().stream().anyMatch(ingredient -> ingredient.role() == Role.DECLARED);
  }
}
