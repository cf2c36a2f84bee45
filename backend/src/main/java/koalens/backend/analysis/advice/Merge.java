package koalens.backend.analysis.advice;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Opinions;
import koalens.engine.verdict.Opinions.Place;

/// A label judged under what a provider says of its ingredients.
///
/// @param judgement the label under the opinions
/// @param reasons by the places of ingredients what the provider said of them
/// @param overruled ingredients the engine knows to be from an animal and the provider does not
///   call so
/// @param conflicts ingredients the engine knows to be vegan and the provider calls non-vegan
record Merge(Judgement judgement, Map<Place, String> reasons, int overruled, int conflicts) {

  /// The engine's own judgement.
  static Merge none(Judgement known) {
    return new Merge(known, Map.of(), 0, 0);
  }

  static Merge of(
      Judgement known, Map<String, Opinion> opinions, Function<Opinions, Judgement> judging) {
    var statuses = new HashMap<Place, Status>();
    var reasons = new HashMap<Place, String>();
    int overruled = 0;
    int conflicts = 0;
    for (JudgedIngredient ingredient : known.contents().toList()) {
      Opinion opinion = opinions.get(Question.key(ingredient.name()));
      if (opinion != null) {
        statuses.put(Place.of(ingredient), opinion.status());
        reasons.put(Place.of(ingredient), opinion.reason());
        overruled += isOverruled(ingredient, opinion) ? 1 : 0;
        conflicts += isConflict(ingredient, opinion) ? 1 : 0;
      }
    }
    Judgement judgement = statuses.isEmpty() ? known : judging.apply(new Opinions(statuses));
    return new Merge(judgement, reasons, overruled, conflicts);
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
