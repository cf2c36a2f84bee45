package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import koalens.engine.knowledge.Status;

/// The contents of a label, by status. Filled in reading order; used once.
final class Tally {
  private final List<JudgedIngredient> contents = new ArrayList<>();
  private final List<JudgedIngredient> animal = new ArrayList<>();
  private final List<JudgedIngredient> maybe = new ArrayList<>();
  private final List<JudgedIngredient> unknown = new ArrayList<>();

  static Tally of(List<JudgedIngredient> judged) {
    var tally = new Tally();
    judged.forEach(tally::add);
    return tally;
  }

  private void add(JudgedIngredient ingredient) {
    if (Judgement.isContent(ingredient.role())) {
      contents.add(ingredient);
      switch (ingredient.status()) {
        case NON_VEGAN -> animal.add(ingredient);
        case MAYBE_VEGAN -> maybe.add(ingredient);
        case UNKNOWN -> unknown.add(ingredient);
        case VEGAN -> {}
      }
    }
    ingredient.parts().forEach(this::add);
  }

  boolean any(Status status) {
    return switch (status) {
      case NON_VEGAN -> !animal.isEmpty();
      case MAYBE_VEGAN -> !maybe.isEmpty();
      case UNKNOWN -> !unknown.isEmpty();
      case VEGAN -> animal.size() + maybe.size() + unknown.size() < contents.size();
    };
  }

  /// What the contents come to.
  ///
  /// @param listFound whether they are an ingredient list at all
  /// @param truncated whether more may follow
  Verdict verdict(boolean listFound, boolean truncated) {
    if (!listFound) {
      return new Verdict.Unknown(contents);
    }
    if (!animal.isEmpty()) {
      return new Verdict.NonVegan(animal);
    }
    if (!maybe.isEmpty()) {
      return new Verdict.MaybeVegan(maybe);
    }
    return unknown.isEmpty() && !truncated ? new Verdict.Vegan() : new Verdict.Unknown(unknown);
  }
}
