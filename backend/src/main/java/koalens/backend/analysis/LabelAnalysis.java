package koalens.backend.analysis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koalens.backend.reading.LabelReading;
import koalens.backend.reading.QualityIssue;
import koalens.engine.knowledge.Entry;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Verdict;

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
      case AnalysisRequest.Read(var text, var trust, _) ->
          trust.limit(engine.judgeText(text, options));
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
        sentence(judgement, request.input(), language),
        language,
        judgement.language(),
        judgement.listFound(),
        judgement.truncated(),
        Provenance.LOCAL,
        engine.knowledge().version(),
        request.requestId(),
        Duration.ofNanos(System.nanoTime() - began).toMillis(),
        media(request.input(), language));
  }

  private String sentence(Judgement judgement, AnalysisRequest.Input input, String language) {
    return input instanceof AnalysisRequest.Read read
            && judgement.verdict() instanceof Verdict.Unknown
        ? reasoning.sentence(judgement, read.trust(), language)
        : reasoning.sentence(judgement, language);
  }

  private Optional<ReadMedia> media(AnalysisRequest.Input input, String language) {
    return switch (input) {
      case AnalysisRequest.Read read -> Optional.of(media(read, language));
      case AnalysisRequest.Ingredients _, AnalysisRequest.Text _ -> Optional.empty();
    };
  }

  private ReadMedia media(AnalysisRequest.Read read, String language) {
    LabelReading reading = read.reading();
    List<QualityIssue> issues = reading.issues().stream().sorted().toList();
    return new ReadMedia(
        read.labelText(),
        reading.confidence(),
        issues,
        issues.stream().map(issue -> reasoning.advice(issue, language)).toList(),
        reading.framesUsed(),
        reading.lines(),
        reading.width(),
        reading.height());
  }

  /// The engine it judges with.
  LabelEngine engine() {
    return engine;
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
