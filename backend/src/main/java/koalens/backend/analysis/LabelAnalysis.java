package koalens.backend.analysis;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import koalens.backend.analysis.advice.Advice;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.analysis.advice.Attendance;
import koalens.backend.analysis.advice.Inquiry;
import koalens.backend.analysis.advice.Label;
import koalens.backend.analysis.advice.Transcript;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Opinions;

/// The use case behind every door: judge a label, ask a provider for what the engine cannot settle,
/// give the reasons, keep the answer. Thread-safe.
public final class LabelAnalysis {
  private static final String TEXT = "text";

  private final LabelEngine engine;
  private final Advisers advisers;
  private final AnalysisLedger ledger;
  private final Clock clock;
  private final Reasoning reasoning;
  private final Description description;
  private final KnownLabels labels;

  /// An analysis that judges with the engine alone and keeps its answers in the ledger.
  public LabelAnalysis(LabelEngine engine, AnalysisLedger ledger, Clock clock) {
    this(engine, Advisers.none(), ledger, clock);
  }

  /// An analysis that judges with the engine and the advisers, and keeps its answers in the ledger.
  public LabelAnalysis(LabelEngine engine, Advisers advisers, AnalysisLedger ledger, Clock clock) {
    this(engine, advisers, ledger, clock, KnownLabelOptions.NONE);
  }

  /// The same, which keeps what the engine said of labels in memory for a while.
  public LabelAnalysis(
      LabelEngine engine,
      Advisers advisers,
      AnalysisLedger ledger,
      Clock clock,
      KnownLabelOptions known) {
    this.engine = engine;
    this.advisers = advisers;
    this.ledger = ledger;
    this.clock = clock;
    this.reasoning = new Reasoning(engine.knowledge());
    this.description = new Description(engine.knowledge(), reasoning);
    this.labels = new KnownLabels(known);
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
    Instant at = now();
    long began = System.nanoTime();
    String id = AnalysisIds.next(at);
    KnownLabels.Known known = labels.of(request, () -> known(request));
    var label = new TextLabel(known.judgement(), request);
    Advice advice = advisers.consult(inquiry(id, request, label, attendance));
    WrittenExplanation written =
        advice.isOfEngineAlone() ? known.explanation() : description.explain(advice, request);
    Analysis analysis = description.of(id, written, advice, request, at, began);
    ledger.append(analysis, request);
    return analysis;
  }

  private KnownLabels.Known known(AnalysisRequest request) {
    Judgement judgement = judge(request.input(), request.options(), Opinions.NONE);
    return new KnownLabels.Known(judgement, description.explain(judgement, request));
  }

  /// Of how many labels is kept what the engine said.
  public long knownLabels() {
    return labels.size();
  }

  /// How many analyses were of a label that was known.
  public long knownLabelsMet() {
    return labels.met();
  }

  /// Forgets what the engine said of labels.
  public void forgetLabels() {
    labels.clear();
  }

  // As exact as it is kept.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private final class TextLabel implements Label {
    private final Judgement known;
    private final AnalysisRequest request;

    TextLabel(Judgement known, AnalysisRequest request) {
      this.known = known;
      this.request = request;
    }

    @Override
    public Judgement known() {
      return known;
    }

    @Override
    public Judgement under(Opinions opinions) {
      return judge(request.input(), request.options(), opinions);
    }

    @Override
    public Judgement reread(Transcript transcript, Opinions opinions) {
      throw new IllegalStateException("a text is not read again");
    }
  }

  Judgement judge(AnalysisRequest.Input input, LabelOptions options, Opinions opinions) {
    return switch (input) {
      case AnalysisRequest.Ingredients(var ingredients) ->
          engine.judgeIngredients(ingredients, options, opinions);
      case AnalysisRequest.Text(var text, var trust) ->
          trust.limit(engine.judgeText(text, options, opinions));
      case AnalysisRequest.Read(var text, var trust, _, _) ->
          trust.limit(engine.judgeText(text, options, opinions));
    };
  }

  private Inquiry inquiry(String id, AnalysisRequest request, Label label, Attendance attendance) {
    return new Inquiry(
        id,
        request.requestId(),
        request.userId(),
        request.person(),
        request.provider(),
        reasoning.language(request.language(), label.known().language()),
        request.input().labelText(),
        TEXT,
        label,
        Optional.empty(),
        attendance);
  }

  /// The same for photos and films.
  ///
  /// @param longestSide of a picture that a provider is shown, in pixels
  MediaJudging ofMedia(int longestSide) {
    return new MediaJudging(this, engine, advisers, ledger, reasoning, description, longestSide);
  }
}
