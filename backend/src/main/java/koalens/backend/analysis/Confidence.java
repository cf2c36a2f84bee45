package koalens.backend.analysis;

import java.util.List;
import koalens.engine.knowledge.Status;

/// How much of an answer rests on exact knowledge; see [Analysis#confidence()].
final class Confidence {
  private Confidence() {}

  static double of(Status status, List<AnalyzedIngredient> ingredients) {
    return switch (status) {
      case NON_VEGAN -> 1;
      case UNKNOWN -> 0;
      case VEGAN, MAYBE_VEGAN -> resolvedShare(ingredients);
    };
  }

  private static double resolvedShare(List<AnalyzedIngredient> ingredients) {
    List<AnalyzedIngredient> undivided =
        ingredients.stream().filter(i -> i.isContent() && !i.compound()).toList();
    long resolved = undivided.stream().filter(i -> i.entry().isPresent()).count();
    return undivided.isEmpty() ? 0 : (double) resolved / undivided.size();
  }
}
