package koalens.backend.analysis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import koalens.engine.knowledge.Entry;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;

/// The use case behind every door: judge a label, give the reasons, keep the answer. Thread-safe.
public final class LabelAnalysis {
  private final LabelEngine engine;
  private final AnalysisLedger ledger;
  private final Clock clock;
  private final Reasoning reasoning;

  /// An analysis that judges with the engine and keeps its answers in the ledger.
  public LabelAnalysis(LabelEngine engine, AnalysisLedger ledger, Clock clock) {
    this.engine = engine;
    this.ledger = ledger;
    this.clock = clock;
    this.reasoning = new Reasoning(engine.knowledge());
  }

  /// An analysis whose answers are not kept.
  public static LabelAnalysis unkept(LabelEngine engine) {
    return new LabelAnalysis(engine, new UnkeptLedger(), Clock.systemUTC());
  }

  /// Answers the request. The answer is in the ledger when this returns.
  ///
  /// @throws LedgerException when the answer could not be kept
  public Analysis analyze(AnalysisRequest request) {
    Instant at = clock.instant();
    long began = System.nanoTime();
    Judgement judgement = judge(request.input(), request.options());
    Analysis analysis = describe(judgement, request, at, began);
    ledger.append(analysis, request);
    return analysis;
  }

  private Judgement judge(AnalysisRequest.Input input, LabelOptions options) {
    return switch (input) {
      case AnalysisRequest.Ingredients(var ingredients) ->
          engine.judgeIngredients(ingredients, options);
      case AnalysisRequest.Text(var text) -> engine.judgeText(text, options);
    };
  }

  private Analysis describe(Judgement judgement, AnalysisRequest request, Instant at, long began) {
    String language = reasoning.language(request.language(), judgement.language());
    List<AnalyzedIngredient> ingredients = flatten(judgement.ingredients(), language);
    return new Analysis(
        AnalysisIds.next(at),
        at,
        judgement.verdict().status(),
        judgement.policy(),
        judgement.contradictsItself(),
        Confidence.of(judgement.verdict().status(), ingredients),
        ingredients,
        reasoning.sentence(judgement, language),
        language,
        judgement.language(),
        judgement.listFound(),
        judgement.truncated(),
        Provenance.LOCAL,
        engine.knowledge().version(),
        request.requestId(),
        Duration.ofNanos(System.nanoTime() - began).toMillis());
  }

  private List<AnalyzedIngredient> flatten(List<JudgedIngredient> judged, String language) {
    var flat = new ArrayList<AnalyzedIngredient>();
    judged.forEach(ingredient -> flatten(ingredient, 0, language, flat));
    return flat;
  }

  private void flatten(
      JudgedIngredient judged, int depth, String language, List<AnalyzedIngredient> flat) {
    flat.add(analyzed(judged, depth, language));
    judged.parts().forEach(part -> flatten(part, depth + 1, language, flat));
  }

  private AnalyzedIngredient analyzed(JudgedIngredient judged, int depth, String language) {
    return new AnalyzedIngredient(
        judged.name(),
        judged.status(),
        reasoning.reason(judged, language),
        judged.reason().code(),
        Source.of(judged.reason().code()),
        judged.role(),
        judged.entry().map(Entry::id),
        judged.start(),
        judged.end(),
        judged.percent(),
        depth,
        !judged.parts().isEmpty());
  }
}
