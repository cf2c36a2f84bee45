package koalens.cli.batch;

import java.util.LinkedHashSet;
import java.util.List;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Verdict;

/// What is written of a label.
///
/// @param status the verdict
/// @param deciding the names that decided it, each once
record Outcome(Status status, List<String> deciding) {

  static Outcome of(Judgement judgement) {
    return new Outcome(judgement.verdict().status(), names(judgement.verdict()));
  }

  private static List<String> names(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Vegan() -> List.of();
      case Verdict.NonVegan(var evidence) -> names(evidence);
      case Verdict.MaybeVegan(var evidence) -> names(evidence);
      case Verdict.Unknown(var unrecognised) -> names(unrecognised);
    };
  }

  private static List<String> names(List<JudgedIngredient> deciding) {
    var names = new LinkedHashSet<String>();
    deciding.forEach(one -> names.add(one.name()));
    return List.copyOf(names);
  }
}
