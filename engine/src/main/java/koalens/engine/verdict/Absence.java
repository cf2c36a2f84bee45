package koalens.engine.verdict;

import java.util.List;
import java.util.Set;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.WordClass;
import koalens.engine.verdict.Qualifiers.Origin;

/// What a food is said to be without, and which names that opens: ham without milk is ham, cheese
/// called vegetarian is cheese.
final class Absence {
  private static final List<String> MILK = List.of("milk", "milk-product");
  private static final List<String> EGG = List.of("egg");
  private static final List<String> FISH = List.of("fish-unspecified");
  private static final List<String> MEAT = List.of("meat-unspecified");
  private static final List<String> ANIMAL = List.of("animal-ingredient");

  private static final Qualifiers EVERY_ANIMAL =
      new Qualifiers(
          Set.of(
              Origin.VEGETARIAN,
              Origin.MEAT_FREE,
              Origin.MILK_FREE,
              Origin.EGG_FREE,
              Origin.FISH_FREE));

  private Absence() {}

  /// What is said by taking away a whole kind: milk, but not milk fat, meat, but not pork.
  static Qualifiers of(Finding taken) {
    if (taken.isOne(MILK)) {
      return Qualifiers.of(Origin.MILK_FREE);
    }
    if (taken.isOne(EGG)) {
      return Qualifiers.of(Origin.EGG_FREE);
    }
    if (taken.isOne(FISH)) {
      return Qualifiers.of(Origin.FISH_FREE);
    }
    if (taken.isOne(MEAT)) {
      return Qualifiers.of(Origin.MEAT_FREE);
    }
    return taken.isOne(ANIMAL) ? EVERY_ANIMAL : Qualifiers.NONE;
  }

  /// What a word says by itself: *vegetarian*, *dairy-free*.
  static Qualifiers of(WordClass word) {
    return switch (word) {
      case VEGETARIAN -> Qualifiers.of(Origin.VEGETARIAN);
      case MILK_FREE -> Qualifiers.of(Origin.MILK_FREE);
      case EGG_FREE -> Qualifiers.of(Origin.EGG_FREE);
      case FISH_FREE -> Qualifiers.of(Origin.FISH_FREE);
      case NEUTRAL, HOMONYM, PART, VEGAN, NOT_ANIMAL, MICROBIAL, ANIMAL -> Qualifiers.NONE;
      case WITHOUT, INSTEAD, FREE, OF, AND, WITH -> Qualifiers.NONE;
    };
  }

  /// Whether a name that means an animal for this reason need not mean it now.
  static boolean opens(ReasonCode reason, Qualifiers said) {
    return switch (reason) {
      case MILK -> said.say(Origin.MILK_FREE);
      case EGG -> said.say(Origin.EGG_FREE);
      case FISH, SHELLFISH -> said.say(Origin.FISH_FREE) || said.say(Origin.VEGETARIAN);
      case MEAT -> said.say(Origin.MEAT_FREE) || said.say(Origin.VEGETARIAN);
      case POULTRY, GELATINE, ANIMAL_FAT, ANIMAL_PART -> said.say(Origin.VEGETARIAN);
      case ANIMAL_RECIPE -> said.sayAny(EVERY_ANIMAL);
      default -> false;
    };
  }
}
