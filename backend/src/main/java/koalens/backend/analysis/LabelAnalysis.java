package koalens.backend.analysis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.advice.Advice;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.analysis.advice.Attendance;
import koalens.backend.analysis.advice.Confidence;
import koalens.backend.analysis.advice.Inquiry;
import koalens.backend.provider.FailureKind;
import koalens.backend.reading.LabelReading;
import koalens.backend.reading.QualityIssue;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Opinions;
import koalens.engine.verdict.Verdict;

/// The use case behind every door: judge a label, ask a provider for what the engine cannot settle,
/// give the reasons, keep the answer. Thread-safe.
public final class LabelAnalysis {
  private static final String TEXT = "text";

  private final LabelEngine engine;
  private final Advisers advisers;
  private final AnalysisLedger ledger;
  private final Clock clock;
  private final Reasoning reasoning;

  /// An analysis that judges with the engine alone and keeps its answers in the ledger.
  public LabelAnalysis(LabelEngine engine, AnalysisLedger ledger, Clock clock) {
    this(engine, Advisers.none(), ledger, clock);
  }

  /// An analysis that judges with the engine and the advisers, and keeps its answers in the ledger.
  public LabelAnalysis(LabelEngine engine, Advisers advisers, AnalysisLedger ledger, Clock clock) {
    this.engine = engine;
    this.advisers = advisers;
    this.ledger = ledger;
    this.clock = clock;
    this.reasoning = new Reasoning(engine.knowledge());
  }

  /// An analysis whose answers are not kept.
  public static LabelAnalysis unkept(LabelEngine engine) {
    return unkept(engine, Advisers.none());
  }

  /// An analysis with the advisers whose answers are not kept.
  public static LabelAnalysis unkept(LabelEngine engine, Advisers advisers) {
    return new LabelAnalysis(engine, advisers, new UnkeptLedger(), Clock.systemUTC());
  }

  /// Answers the request, whoever waits for it. The answer is in the ledger when this returns.
  ///
  /// @throws LedgerException when the answer could not be kept
  public Analysis analyze(AnalysisRequest request) {
    return analyze(request, Attendance.CERTAIN);
  }

  /// Answers the request. The answer is in the ledger when this returns: where whoever asked has
  /// left, that of the engine alone, since providers are not waited for any more.
  ///
  /// @throws LedgerException when the answer could not be kept
  public Analysis analyze(AnalysisRequest request, Attendance attendance) {
    // As exact as it is kept.
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long began = System.nanoTime();
    String id = AnalysisIds.next(at);
    Judgement known = judge(request.input(), request.options(), Opinions.NONE);
    Advice advice = advisers.consult(inquiry(id, request, known, attendance));
    Analysis analysis = describe(id, advice, request, at, began);
    ledger.append(analysis, request);
    return analysis;
  }

  private Judgement judge(AnalysisRequest.Input input, LabelOptions options, Opinions opinions) {
    return switch (input) {
      case AnalysisRequest.Ingredients(var ingredients) ->
          engine.judgeIngredients(ingredients, options, opinions);
      case AnalysisRequest.Text(var text) -> engine.judgeText(text, options, opinions);
      case AnalysisRequest.Read(var text, var trust, _) ->
          trust.limit(engine.judgeText(text, options, opinions));
    };
  }

  private Inquiry inquiry(
      String id, AnalysisRequest request, Judgement known, Attendance attendance) {
    return new Inquiry(
        id,
        request.requestId(),
        request.userId(),
        request.provider(),
        reasoning.language(request.language(), known.language()),
        request.input().labelText(),
        TEXT,
        known,
        opinions -> judge(request.input(), request.options(), opinions),
        attendance);
  }

  private Analysis describe(
      String id, Advice advice, AnalysisRequest request, Instant at, long began) {
    Judgement judgement = advice.judgement();
    String language = reasoning.language(request.language(), judgement.language());
    return new Analysis(
        id,
        at,
        judgement.verdict().status(),
        judgement.policy(),
        judgement.contradictsItself(),
        Confidence.of(judgement),
        Ingredients.of(advice, reasoning, language),
        sentence(judgement, request.input(), language),
        language,
        judgement.language(),
        judgement.listFound(),
        judgement.truncated(),
        provenance(advice, language),
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
        reading.frame(),
        reading.lines(),
        reading.width(),
        reading.height());
  }

  /// The engine it judges with.
  LabelEngine engine() {
    return engine;
  }

  private Provenance provenance(Advice advice, String language) {
    return new Provenance(
        advice.exposure(),
        advice.model(),
        advice.failure().map(FailureKind::word),
        advice.failure().map(_ -> reasoning.notice(advice.exposure(), language)));
  }
}
