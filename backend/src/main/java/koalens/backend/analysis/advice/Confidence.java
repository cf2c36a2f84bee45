package koalens.backend.analysis.advice;

import java.util.List;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Verdict;

/// How much of a judgement rests on exact knowledge.
public final class Confidence {
  private Confidence() {}

  /// From 0 to 1: 1 when an animal ingredient the engine knows makes the verdict final, 0 when the
  /// verdict is unknown, else the share of undivided contents that resolved to exactly one entry.
  public static double of(Judgement judgement) {
    return switch (judgement.verdict()) {
      case Verdict.NonVegan(var evidence) -> isKnown(evidence) ? 1 : resolvedShare(judgement);
      case Verdict.Unknown _ -> 0;
      case Verdict.Vegan _, Verdict.MaybeVegan _ -> resolvedShare(judgement);
    };
  }

  // What merely holds an animal part proves no more than the part.
  private static boolean isKnown(List<JudgedIngredient> evidence) {
    return evidence.stream().anyMatch(animal -> !restsOnAdvice(animal));
  }

  private static boolean restsOnAdvice(JudgedIngredient ingredient) {
    return ingredient.reason().code().isAdvice()
        || ingredient.parts().stream().anyMatch(Confidence::restsOnAdvice);
  }

  private static double resolvedShare(Judgement judgement) {
    List<JudgedIngredient> undivided =
        judgement.contents().filter(content -> content.parts().isEmpty()).toList();
    long resolved = undivided.stream().filter(content -> content.entry().isPresent()).count();
    return undivided.isEmpty() ? 0 : (double) resolved / undivided.size();
  }
}
