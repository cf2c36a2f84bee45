package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.parsing.Role;

/// The contents of a label, by status. Filled in reading order; used once.
final class Tally {
  // Regulation (EU) No 1169/2011, Annex III: said of foods whose list names them.
  private static final Set<String> STATED_BY_LAW = Set.of("sweetening-agent", "liquorice-sweet");

  private final Policy policy;
  private final List<JudgedIngredient> contents = new ArrayList<>();
  private final List<JudgedIngredient> animal = new ArrayList<>();
  private final List<JudgedIngredient> maybe = new ArrayList<>();
  private final List<JudgedIngredient> unknown = new ArrayList<>();

  private Tally(Policy policy) {
    this.policy = policy;
  }

  static Tally of(List<JudgedIngredient> judged, Policy policy) {
    var tally = new Tally(policy);
    judged.forEach(tally::add);
    return tally;
  }

  private void add(JudgedIngredient ingredient) {
    if (ingredient.role().isContent()) {
      contents.add(ingredient);
      switch (ingredient.status()) {
        case NON_VEGAN -> animal.add(ingredient);
        case MAYBE_VEGAN -> doubt(ingredient);
        case UNKNOWN -> unknown.add(ingredient);
        case VEGAN -> {}
      }
    }
    ingredient.parts().forEach(this::add);
  }

  // A doubt about the parts of an ingredient is counted with the parts.
  private void doubt(JudgedIngredient ingredient) {
    ReasonCode code = ingredient.reason().code();
    if (policy.minds(code) && code != ReasonCode.MAYBE_IN_PARTS && !isStatedByLaw(ingredient)) {
      maybe.add(ingredient);
    }
  }

  // "Contains liquorice", "with sweetener" behind the list say no more than the list does.
  private boolean isStatedByLaw(JudgedIngredient ingredient) {
    boolean beside = ingredient.role() == Role.CONTAINS || ingredient.role() == Role.TAIL;
    return beside
        && ingredient.parts().isEmpty()
        && ingredient.entry().filter(entry -> STATED_BY_LAW.contains(entry.id())).isPresent()
        && contents.stream().anyMatch(content -> content.role() == Role.DECLARED);
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
