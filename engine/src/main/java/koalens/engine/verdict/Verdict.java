package koalens.engine.verdict;

import java.util.List;
import koalens.engine.knowledge.Status;

/// The answer for a whole label.
public sealed interface Verdict {

  /// Every ingredient is known, and none is, or may be, from an animal.
  record Vegan() implements Verdict {}

  /// At least one ingredient is from an animal.
  record NonVegan(List<JudgedIngredient> evidence) implements Verdict {
    /// Copies the list.
    public NonVegan {
      evidence = List.copyOf(evidence);
    }
  }

  /// At least one ingredient may be from an animal, none certainly is.
  record MaybeVegan(List<JudgedIngredient> evidence) implements Verdict {
    /// Copies the list.
    public MaybeVegan {
      evidence = List.copyOf(evidence);
    }
  }

  /// Something could not be recognised, or the text holds no ingredient list.
  record Unknown(List<JudgedIngredient> unrecognised) implements Verdict {
    /// Copies the list.
    public Unknown {
      unrecognised = List.copyOf(unrecognised);
    }
  }

  /// The status that goes with the verdict.
  default Status status() {
    return switch (this) {
      case Vegan _ -> Status.VEGAN;
      case NonVegan _ -> Status.NON_VEGAN;
      case MaybeVegan _ -> Status.MAYBE_VEGAN;
      case Unknown _ -> Status.UNKNOWN;
    };
  }
}
