package koalens.engine.verdict;

import java.util.List;
import java.util.Optional;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;

/// Settles what an ingredient is where its own name and its parts say different things: an animal
/// part always wins, and parts that are all vegan answer for a name that leaves it open.
final class Settlement {
  /// Where the words of an ingredient stand.
  enum Standing {
    /// In a list.
    ITEM,
    /// Before the colon of a part of the food.
    HEADING,
    /// Before the colon of the whole food's list.
    NAME
  }

  private static final List<String> PIECES = List.of("piece-form");

  private Settlement() {}

  /// @param own what its name and the words around it say
  /// @param parts what stands in its brackets or behind its colon
  /// @param standing where it stands
  /// @param opinion what others say of it
  static Finding of(Finding own, Parts parts, Standing standing, Optional<Status> opinion) {
    Finding whole = settled(own, parts, standing);
    if (opinion.isEmpty()) {
      return whole;
    }
    return whole.is(Status.VEGAN)
        ? Advice.disputed(whole, opinion.get())
        : settled(Advice.heard(own, opinion.get()), parts, standing);
  }

  private static Finding settled(Finding own, Parts parts, Standing standing) {
    if (parts.any(Status.NON_VEGAN)) {
      return own.is(Status.NON_VEGAN) ? own : own.because(ReasonCode.ANIMAL_IN_PARTS);
    }
    return switch (own.status()) {
      case VEGAN -> own;
      case NON_VEGAN ->
          parts.allVegan(2) && yieldsToRecipe(own) && !parts.advised() ? vegan(own) : own;
      case MAYBE_VEGAN -> settledMaybe(own, parts, standing);
      case UNKNOWN -> settledUnknown(own, parts, standing);
    };
  }

  // A full list of vegan parts outweighs what such a food is usually made with.
  private static boolean yieldsToRecipe(Finding own) {
    return own.reason() == ReasonCode.ANIMAL_RECIPE || own.modified();
  }

  private static Finding settledMaybe(Finding own, Parts parts, Standing standing) {
    boolean classOnly = own.reason() == ReasonCode.ADDITIVE_CLASS && parts.count() > 0;
    boolean recipe =
        parts.allVegan(partsNeeded(own.reason(), standing))
            && (standing == Standing.NAME || !isBrineOfAPiece(own, parts));
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
    return own.isAny(PIECES) && !parts.holdFood();
  }

  // "bread (wheat)" points out an allergen; two parts or more are a recipe, and so is what follows
  // the colon of "filling: apple, sugar".
  private static long partsNeeded(ReasonCode reason, Standing standing) {
    return switch (reason) {
      case FLAVOURING, MISSPELLED, FINING, SUGAR_FILTERING, ADVISED_MAYBE -> Long.MAX_VALUE;
      case RECIPE, VEGETARIAN, HOMONYM -> standing == Standing.ITEM ? 2 : 1;
      default -> 1;
    };
  }

  // "Breast (water, salt)" has no recipe but a brine.
  private static Finding settledUnknown(Finding own, Parts parts, Standing standing) {
    if (parts.any(Status.UNKNOWN)) {
      return own.because(ReasonCode.UNKNOWN_IN_PARTS);
    }
    if (parts.any(Status.MAYBE_VEGAN)) {
      return own.because(ReasonCode.MAYBE_IN_PARTS);
    }
    boolean recipe =
        switch (standing) {
          case ITEM -> parts.allVegan(2) && parts.holdFood();
          case HEADING -> parts.allVegan(1) && parts.holdFood();
          case NAME -> parts.allVegan(1);
        };
    return recipe ? vegan(own) : own;
  }

  private static Finding vegan(Finding own) {
    return own.because(ReasonCode.VEGAN_PARTS);
  }
}
