package koalens.engine.verdict;

import java.util.Optional;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.Trait;

/// Settles what an ingredient is where its own name and its parts say different things: an animal
/// part always wins, and parts that are all vegan answer for a name that leaves it open.
final class Settlement {
  private Settlement() {}

  /// @param own what its name and the words around it say
  /// @param parts what stands in its brackets or behind its colon
  /// @param heading whether a colon stands behind it
  /// @param opinion what others say of it
  static Finding of(Finding own, Parts parts, boolean heading, Optional<Status> opinion) {
    Finding whole = settled(own, parts, heading);
    if (opinion.isEmpty()) {
      return whole;
    }
    return whole.is(Status.VEGAN)
        ? Advice.disputed(whole, opinion.get())
        : settled(Advice.heard(own, opinion.get()), parts, heading);
  }

  private static Finding settled(Finding own, Parts parts, boolean heading) {
    if (parts.any(Status.NON_VEGAN)) {
      return own.is(Status.NON_VEGAN) ? own : own.because(ReasonCode.ANIMAL_IN_PARTS);
    }
    return switch (own.status()) {
      case VEGAN -> own;
      case NON_VEGAN ->
          parts.allVegan(2) && yieldsToRecipe(own) && !parts.advised() ? vegan(own) : own;
      case MAYBE_VEGAN -> settledMaybe(own, parts, heading);
      case UNKNOWN -> settledUnknown(own, parts, heading);
    };
  }

  // A full list of vegan parts outweighs what such a food is usually made with.
  private static boolean yieldsToRecipe(Finding own) {
    return own.reason() == ReasonCode.ANIMAL_RECIPE || own.modified();
  }

  private static Finding settledMaybe(Finding own, Parts parts, boolean heading) {
    boolean classOnly = own.reason() == ReasonCode.ADDITIVE_CLASS && parts.count() > 0;
    boolean recipe =
        parts.allVegan(partsNeeded(own.reason(), heading))
            && (heading || !isBrineOfAPiece(own, parts));
    if (recipe && (classOnly || !parts.advised())) {
      return vegan(own);
    }
    if (classOnly) {
      return own.because(
          parts.any(Status.MAYBE_VEGAN) ? ReasonCode.MAYBE_IN_PARTS : ReasonCode.UNKNOWN_IN_PARTS);
    }
    return own;
  }

  // "Filet (eau, sel)": a piece of what, its brine does not say.
  private static boolean isBrineOfAPiece(Finding own, Parts parts) {
    return own.has(Trait.FORM) && !parts.holdFood();
  }

  // "bread (wheat)" points out an allergen; two parts or more are a recipe, and so is what follows
  // the colon of "filling: apple, sugar".
  private static long partsNeeded(ReasonCode reason, boolean heading) {
    return switch (reason) {
      case FLAVOURING, MISSPELLED, FINING, SUGAR_FILTERING, ADVISED_MAYBE -> Long.MAX_VALUE;
      case RECIPE, VEGETARIAN, HOMONYM -> heading ? 1 : 2;
      default -> 1;
    };
  }

  // "Breast (water, salt)" has no recipe but a brine.
  private static Finding settledUnknown(Finding own, Parts parts, boolean heading) {
    if (parts.any(Status.UNKNOWN)) {
      return own.because(ReasonCode.UNKNOWN_IN_PARTS);
    }
    if (parts.any(Status.MAYBE_VEGAN)) {
      return own.because(ReasonCode.MAYBE_IN_PARTS);
    }
    return parts.allVegan(heading ? 1 : 2) && parts.holdFood() ? vegan(own) : own;
  }

  private static Finding vegan(Finding own) {
    return own.because(ReasonCode.VEGAN_PARTS);
  }
}
