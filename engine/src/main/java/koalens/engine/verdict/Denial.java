package koalens.engine.verdict;

import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.Trait;
import koalens.engine.knowledge.WordClass;

/// What a word such as *without* takes away from the words after it: the next noun, no more. An
/// animal is taken away only when it stands right behind: *ej svensk kyckling* denies the origin,
/// *utan socker mjölkchoklad* the sugar. Not thread-safe; goes with the words of one ingredient.
final class Denial {
  private enum Reach {
    NOTHING,
    /// Right behind the word.
    NEXT,
    /// Right behind the word, and no more: "instead of milk".
    ONE,
    /// Behind a word that describes.
    DESCRIBED,
    /// Behind an animal that was taken away: "without milk powder", but "without lactose milk".
    ANIMAL,
    /// Behind anything else that was taken away.
    TAKEN
  }

  private Reach reach = Reach.NOTHING;

  void begin() {
    reach = Reach.NEXT;
  }

  /// What stands right behind is what the food is not.
  void beginOne() {
    reach = Reach.ONE;
  }

  /// Another ingredient begins. "Without egg and milk" takes both away, "without sugar and milk"
  /// and "without egg, with milk" may not.
  ///
  /// @param joint what joins it to the words before
  void join(WordClass joint) {
    reach =
        switch (reach) {
          case NOTHING, ONE -> Reach.NOTHING;
          case NEXT, DESCRIBED, TAKEN -> Reach.DESCRIBED;
          case ANIMAL -> joint == WordClass.AND ? Reach.NEXT : Reach.DESCRIBED;
        };
  }

  /// Whether a noun is taken away.
  boolean takes(Finding noun) {
    boolean animal = noun.is(Status.NON_VEGAN);
    boolean taken =
        switch (reach) {
          case NOTHING, TAKEN -> false;
          case NEXT, ONE -> true;
          case DESCRIBED -> !animal;
          case ANIMAL -> noun.has(Trait.FORM);
        };
    if (!taken || reach == Reach.ONE) {
      reach = Reach.NOTHING;
    } else if (reach != Reach.ANIMAL) {
      reach = animal ? Reach.ANIMAL : Reach.TAKEN;
    }
    return taken;
  }

  /// Whether a word that names no ingredient is said of what is taken away.
  boolean takes(WordClass word) {
    return switch (reach) {
      case NOTHING, ONE -> false;
      case NEXT, DESCRIBED -> takesDescription(word);
      case ANIMAL, TAKEN -> takesOrigin(word);
    };
  }

  private boolean takesDescription(WordClass word) {
    return switch (word) {
      case WITHOUT, INSTEAD -> false;
      case OF, AND, WITH -> true;
      case NEUTRAL,
          HOMONYM,
          PART,
          VEGAN,
          NOT_ANIMAL,
          MICROBIAL,
          ANIMAL,
          VEGETARIAN,
          MILK_FREE,
          EGG_FREE,
          FISH_FREE,
          FREE -> {
        reach = Reach.DESCRIBED;
        yield true;
      }
    };
  }

  // "sans lait de vache"
  private boolean takesOrigin(WordClass word) {
    boolean origin = word == WordClass.OF;
    reach = origin ? Reach.NEXT : reach;
    return origin;
  }
}
