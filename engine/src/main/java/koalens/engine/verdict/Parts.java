package koalens.engine.verdict;

import java.util.List;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.Trait;

/// What stands in the brackets of an ingredient, judged.
///
/// @param judged the parts
/// @param qualifiers what their words say about the ingredient around them
record Parts(List<JudgedIngredient> judged, Qualifiers qualifiers) {
  private static final List<String> SEASONINGS =
      List.of(
          "spice",
          "herb",
          "sugar-product",
          "starch",
          "vegetable-oil",
          "vegetable-fat",
          "vinegar",
          "onion-vegetable",
          "plant-extract");
  static final Parts NONE = new Parts(List.of(), Qualifiers.NONE);

  /// The same, with what their words say heard by each of them: "emulsifier (E471, of plant
  /// origin)" speaks of the E471.
  Parts heardByAll() {
    return qualifiers.any()
        ? new Parts(judged.stream().map(part -> part.under(qualifiers)).toList(), qualifiers)
        : this;
  }

  /// None, where they are names of additive classes alone, which say what the ingredient around
  /// them is for.
  Parts withoutPurposes() {
    return judged.stream().allMatch(Parts::isPurpose) ? new Parts(List.of(), qualifiers) : this;
  }

  private static boolean isPurpose(JudgedIngredient part) {
    return part.reason().code() == ReasonCode.ADDITIVE_CLASS && part.parts().isEmpty();
  }

  /// How many of them are in the food.
  int count() {
    int count = 0;
    for (JudgedIngredient part : judged) {
      count += part.role().isContent() ? 1 : 0;
    }
    return count;
  }

  /// Whether one of them, or of their own parts, has the status.
  boolean any(Status status) {
    for (int i = 0; i < judged.size(); i++) {
      JudgedIngredient part = judged.get(i);
      if (part.role().isContent() && has(part, status)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(JudgedIngredient part, Status status) {
    if (part.status() == status) {
      return true;
    }
    for (int i = 0; i < part.parts().size(); i++) {
      if (has(part.parts().get(i), status)) {
        return true;
      }
    }
    return false;
  }

  /// Whether what they come to rests on an opinion from outside.
  boolean advised() {
    return judged.stream()
        .flatMap(JudgedIngredient::flattened)
        .anyMatch(part -> part.reason().code().isAdvice());
  }

  /// Whether they are so many at least, and all vegan.
  boolean allVegan(long least) {
    for (JudgedIngredient part : judged) {
      if (part.role().isContent() && part.status() != Status.VEGAN) {
        return false;
      }
    }
    return !judged.isEmpty() && count() >= least;
  }

  /// Whether one of them is a food of its own and not only what is added to others.
  boolean holdFood() {
    for (JudgedIngredient part : judged) {
      if (part.role().isContent() && (isFood(part) || Parts.of(part).holdFood())) {
        return true;
      }
    }
    return false;
  }

  private static Parts of(JudgedIngredient part) {
    return new Parts(part.parts(), Qualifiers.NONE);
  }

  private static boolean isFood(JudgedIngredient part) {
    return part.reason().code() != ReasonCode.MINERAL
        && part.entry().filter(Parts::isSeasoning).isEmpty();
  }

  private static boolean isSeasoning(Entry entry) {
    return entry.isAdditive() || entry.has(Trait.CLASS) || SEASONINGS.stream().anyMatch(entry::isA);
  }
}
