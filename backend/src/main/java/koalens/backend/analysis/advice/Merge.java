package koalens.backend.analysis.advice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Opinions;
import koalens.engine.verdict.Opinions.Place;
import koalens.engine.verdict.Verdict;

/// A label judged under what a provider says of its ingredients.
///
/// @param judgement the label under the opinions
/// @param transcript the label as the provider read it, when that is what was judged
/// @param reasons by the places of ingredients what the provider said of them
/// @param overruled ingredients the engine knows to be from an animal and the provider does not
///   call so
/// @param conflicts ingredients the engine knows to be vegan and the provider calls non-vegan
record Merge(
    Judgement judgement,
    Optional<Transcript> transcript,
    Map<Place, String> reasons,
    int overruled,
    int conflicts) {

  /// The engine's own judgement.
  static Merge none(Judgement known) {
    return new Merge(known, Optional.empty(), Map.of(), 0, 0);
  }

  /// The label as read here and, where the provider read it too, as read there: of both the one to
  /// be more careful with.
  static Merge of(Label label, Asked asked) {
    Merge own = of(label.known(), asked.opinions(), label::under);
    return asked.transcript().map(text -> own.beside(reread(label, asked, text))).orElse(own);
  }

  private static Merge reread(Label label, Asked asked, Transcript transcript) {
    Function<Opinions, Judgement> judging = opinions -> label.reread(transcript, opinions);
    Merge merge = of(judging.apply(Opinions.NONE), asked.opinions(), judging);
    return new Merge(
        merge.judgement, Optional.of(transcript), merge.reasons, merge.overruled, merge.conflicts);
  }

  private Merge beside(Merge other) {
    Merge chosen = decides(other.judgement) ? other : this;
    return new Merge(
        chosen.judgement,
        chosen.transcript,
        chosen.reasons,
        Math.max(overruled, other.overruled),
        Math.max(conflicts, other.conflicts));
  }

  // What was read may be worse than thought, never better: but where nothing was settled, whatever
  // is settled elsewhere stands.
  private boolean decides(Judgement other) {
    return switch (judgement.verdict()) {
      case Verdict.Unknown _ -> other.verdict().status() != Status.UNKNOWN;
      case Verdict.Vegan _ -> isDoubtful(other.verdict());
      case Verdict.MaybeVegan _ -> other.verdict().status() == Status.NON_VEGAN;
      case Verdict.NonVegan _ -> false;
    };
  }

  // A model that found no list, or too little of it, has nothing against what was read here.
  private static boolean isDoubtful(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Vegan _ -> false;
      case Verdict.Unknown(var unrecognised) -> !unrecognised.isEmpty();
      case Verdict.MaybeVegan _, Verdict.NonVegan _ -> true;
    };
  }

  private static Merge of(
      Judgement known, Map<String, Opinion> opinions, Function<Opinions, Judgement> judging) {
    var statuses = new HashMap<Place, Status>();
    var reasons = new HashMap<Place, String>();
    int overruled = 0;
    int conflicts = 0;
    for (JudgedIngredient ingredient : known.contents().toList()) {
      Opinion opinion = opinions.get(NameQuestion.key(ingredient.name()));
      if (opinion != null) {
        statuses.put(Place.of(ingredient), opinion.status());
        reasons.put(Place.of(ingredient), opinion.reason());
        overruled += isOverruled(ingredient, opinion) ? 1 : 0;
        conflicts += isConflict(ingredient, opinion) ? 1 : 0;
      }
    }
    Judgement judgement = statuses.isEmpty() ? known : judging.apply(new Opinions(statuses));
    return new Merge(judgement, Optional.empty(), reasons, overruled, conflicts);
  }

  private static boolean isOverruled(JudgedIngredient ingredient, Opinion opinion) {
    return ingredient.status() == Status.NON_VEGAN
        && ingredient.reason().code() != ReasonCode.ANIMAL_IN_PARTS
        && opinion.status() != Status.NON_VEGAN;
  }

  private static boolean isConflict(JudgedIngredient ingredient, Opinion opinion) {
    return ingredient.status() == Status.VEGAN && opinion.status() == Status.NON_VEGAN;
  }
}
