package koalens.engine.verdict;

import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.Trait;

/// What a modifier and a head mean together; the head is the last part.
///
/// An animal is lost from sight in three cases only: a plant base before dairy that has a plant
/// imitation (*havremjölk*), produce named after an animal in one written word (*smörböna*), and a
/// word that says what the thing is for (*kycklingkrydda*).
final class Composition {
  private Composition() {}

  /// @param closed whether both stand in one written word
  static Finding of(Finding modifier, Finding head, boolean closed) {
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
      case NON_VEGAN -> animalHead(modifier, head);
      case MAYBE_VEGAN -> ambiguousHead(modifier, head);
      case VEGAN -> veganHead(modifier, head, closed);
      case UNKNOWN -> unknownHead(modifier);
    };
  }

  private static Finding animalHead(Finding modifier, Finding head) {
    boolean base = modifier.is(Status.VEGAN) && modifier.has(Trait.BASE);
    if (base && head.has(Trait.IMITABLE)) {
      return Finding.of(ReasonCode.PLANT_BASED);
    }
    return modifier.is(Status.VEGAN) ? head.withModifier() : head;
  }

  private static Finding ambiguousHead(Finding modifier, Finding head) {
    return switch (modifier.status()) {
      case NON_VEGAN -> head.reason() == ReasonCode.FLAVOURING ? head : modifier;
      case VEGAN -> settledByOrigin(head.reason()) ? head.because(modifier.reason()) : head;
      case MAYBE_VEGAN, UNKNOWN -> head;
    };
  }

  private static Finding veganHead(Finding modifier, Finding head, boolean closed) {
    boolean variety = closed && head.has(Trait.PRODUCE);
    return switch (modifier.status()) {
      case VEGAN -> head;
      case NON_VEGAN -> variety ? head : modifier;
      case MAYBE_VEGAN -> variety ? head : modifier;
      case UNKNOWN -> Finding.UNRECOGNISED;
    };
  }

  private static Finding unknownHead(Finding modifier) {
    return modifier.is(Status.NON_VEGAN) ? modifier : Finding.UNRECOGNISED;
  }

  /// What is left of a finding when the label itself speaks of its origin.
  static Finding qualified(Finding finding, Qualifiers qualifiers) {
    if (qualifiers.animal() && !finding.is(Status.NON_VEGAN)) {
      return finding.because(ReasonCode.ANIMAL_STATED);
    }
    if (qualifiers.vegan() && !finding.is(Status.UNKNOWN)) {
      return finding.is(Status.VEGAN) ? finding : finding.because(ReasonCode.PLANT_STATED);
    }
    if (qualifiers.notAnimal() && yieldsToPlantOrigin(finding)) {
      return finding.because(ReasonCode.PLANT_STATED);
    }
    if (qualifiers.vegetarian() && finding.is(Status.NON_VEGAN)) {
      return finding.because(ReasonCode.VEGETARIAN);
    }
    return finding;
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
