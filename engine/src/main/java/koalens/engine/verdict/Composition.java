package koalens.engine.verdict;

import java.util.List;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.Trait;
import koalens.engine.verdict.Qualifiers.Origin;

/// What a modifier and a head mean together; the head is the last part.
///
/// An animal is lost from sight in two cases only: a plant base before dairy that has a plant
/// imitation (*havremjölk*), and a word that says what the thing is for (*kycklingkrydda*).
final class Composition {
  // Dairy that is sold with the taste of nuts and seeds as often as made of them.
  private static final List<String> TASTED =
      List.of("fermented-milk", "cheese", "quark", "ice-cream");
  private static final List<String> TASTES = List.of("nut", "seed", "coconut");
  private static final List<String> STUFFED = List.of("sausage");
  private static final List<String> STUFFINGS = List.of("nut", "seed", "coconut", "cereal");
  // "Wheat flour milk powder" has lost its comma, malted milk is milk.
  private static final List<String> MILLED = List.of("milled-plant");

  private Composition() {}

  static Finding of(Finding modifier, Finding head, Joint joint) {
    if (head.has(Trait.FORM)) {
      return modifier.has(Trait.FORM) ? head : modifier;
    }
    if (head.has(Trait.PURPOSE)) {
      return head;
    }
    if (modifier.has(Trait.FORM) || modifier.has(Trait.CLASS)) {
      return head;
    }
    return switch (head.status()) {
      case NON_VEGAN -> animalHead(modifier, head, joint);
      case MAYBE_VEGAN -> ambiguousHead(modifier, head);
      case VEGAN -> veganHead(modifier, head);
      case UNKNOWN -> unknownHead(modifier);
    };
  }

  private static Finding animalHead(Finding modifier, Finding head, Joint joint) {
    if (!modifier.is(Status.VEGAN)) {
      return head;
    }
    if (!isImitation(modifier, head) || joint == Joint.HEAD_FIRST) {
      return head.withModifier();
    }
    return joint == Joint.APART || isTasteOnly(modifier, head)
        ? head.because(ReasonCode.RECIPE)
        : Finding.of(ReasonCode.PLANT_BASED);
  }

  private static boolean isImitation(Finding modifier, Finding head) {
    return modifier.has(Trait.BASE) && head.has(Trait.IMITABLE) && !modifier.isAny(MILLED);
  }

  private static boolean isTasteOnly(Finding modifier, Finding head) {
    return (modifier.isAny(TASTES) && head.isAny(TASTED))
        || (modifier.isAny(STUFFINGS) && head.isAny(STUFFED));
  }

  private static Finding ambiguousHead(Finding modifier, Finding head) {
    return switch (modifier.status()) {
      case NON_VEGAN -> head.reason() == ReasonCode.FLAVOURING ? head : modifier;
      case VEGAN -> isOrigin(modifier, head) ? head.because(modifier.reason()) : head;
      case MAYBE_VEGAN, UNKNOWN -> head;
    };
  }

  // "Rapslecitin"; but salt makes no fatty acid vegan.
  private static boolean isOrigin(Finding modifier, Finding head) {
    return settledByOrigin(head.reason()) && modifier.reason() != ReasonCode.MINERAL;
  }

  // "Kycklingsallad" is no lettuce, "lammaskaali" no cabbage: what is only named after an animal
  // (äggplommon, lamb's lettuce) is a name of its own.
  private static Finding veganHead(Finding modifier, Finding head) {
    return switch (modifier.status()) {
      case VEGAN -> head;
      case NON_VEGAN, MAYBE_VEGAN -> modifier;
      case UNKNOWN -> Finding.UNRECOGNISED;
    };
  }

  private static Finding unknownHead(Finding modifier) {
    return modifier.is(Status.NON_VEGAN) ? modifier : Finding.UNRECOGNISED;
  }

  /// What is left of a finding when the label itself speaks of its origin.
  static Finding qualified(Finding finding, Qualifiers qualifiers) {
    if (finding.reason() == ReasonCode.ANIMAL_IDENTICAL) {
      return finding;
    }
    if (qualifiers.say(Origin.ANIMAL) && !finding.is(Status.NON_VEGAN)) {
      return finding.because(ReasonCode.ANIMAL_STATED);
    }
    if (finding.reason().isAdvice()) {
      return finding;
    }
    if (qualifiers.say(Origin.VEGAN) && !finding.is(Status.UNKNOWN)) {
      return finding.is(Status.VEGAN) ? finding : finding.because(ReasonCode.PLANT_STATED);
    }
    if (qualifiers.say(Origin.PLANT) && yieldsToPlantOrigin(finding)) {
      return finding.because(ReasonCode.PLANT_STATED);
    }
    if (qualifiers.say(Origin.MICROBIAL) && yieldsToMicrobes(finding)) {
      return finding.because(ReasonCode.PLANT_STATED);
    }
    return Absence.opens(finding.reason(), qualifiers)
        ? finding.because(ReasonCode.VEGETARIAN)
        : finding;
  }

  private static boolean yieldsToMicrobes(Finding finding) {
    return !finding.is(Status.NON_VEGAN) && yieldsToPlantOrigin(finding);
  }

  private static boolean yieldsToPlantOrigin(Finding finding) {
    return switch (finding.reason()) {
      case ANIMAL_FAT, ANIMAL_PART -> true;
      case RECIPE, VITAMIN_D -> true;
      default ->
          settledByOrigin(finding.reason())
              || (finding.is(Status.NON_VEGAN) && finding.has(Trait.IMITABLE));
    };
  }

  /// Whether knowing where it comes from settles it.
  static boolean settledByOrigin(ReasonCode reason) {
    return switch (reason) {
      case ANIMAL_OR_PLANT, ANIMAL_OR_SYNTHETIC, OMEGA_3, ENZYME, CARRIER, UNSPECIFIED -> true;
      default -> false;
    };
  }
}
