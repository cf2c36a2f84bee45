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
import koalens.backend.analysis.advice.Label;
import koalens.backend.analysis.advice.Transcript;
import koalens.backend.provider.FailureKind;
import koalens.backend.reading.LabelReading;
import koalens.backend.reading.QualityIssue;
import koalens.backend.reading.SeenMedium;
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
    Instant at = now();
    long began = System.nanoTime();
    String id = AnalysisIds.next(at);
    var label = new TextLabel(judge(request.input(), request.options(), Opinions.NONE), request);
    Advice advice = advisers.consult(inquiry(id, request, label, attendance));
    Analysis analysis = describe(id, advice, request, at, began);
    ledger.append(analysis, request);
    return analysis;
  }

  // As exact as it is kept.
  private Instant now() {
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

  /// A photo or film that is about to be read.
  MediaLook look(MediaRequest request, int longestSide) {
    return new MediaLook(this, request, now(), longestSide);
  }

  /// What a provider, where one is to be asked, makes of a photo or film.
  Advice advice(MediaLook look, Label label, SeenMedium medium) {
    MediaRequest request = look.request();
    return advisers.consult(
        new Inquiry(
            look.id(),
            request.requestId(),
            request.userId(),
            request.provider(),
            reasoning.language(request.language(), request.language()),
            request.medium().digest(),
            request.medium().modality(),
            label,
            Optional.of(() -> look.pictures(medium)),
            Attendance.CERTAIN));
  }

  /// The answer on a photo or film that was read. It is in the ledger when this returns.
  Analysis conclude(MediaLook look, AnalysisRequest.Read read, Attendance attendance) {
    Instant at = now();
    long began = System.nanoTime();
    Advice advice = attendance.during(() -> look.concluded(read));
    MediaRequest request = look.request();
    AnalysisRequest.Read judged =
        advice
            .transcript()
            .map(transcript -> reread(read, transcript, request.options()))
            .orElse(read);
    Analysis analysis = describe(look.id(), advice, request.asking(judged), at, began);
    ledger.append(analysis, request.asking(judged));
    return analysis;
  }

  /// A photo or film as a provider read it.
  AnalysisRequest.Read reread(
      AnalysisRequest.Read read, Transcript transcript, LabelOptions options) {
    Judgement here = engine.judgeText(read.labelText(), options);
    Judgement there = engine.judgeText(transcript.text(), options);
    Trust trust = SecondReading.trust(transcript, there, read, here);
    return new AnalysisRequest.Read(transcript.text(), trust, read.reading());
  }

  Judgement judge(AnalysisRequest.Input input, LabelOptions options, Opinions opinions) {
    return switch (input) {
      case AnalysisRequest.Ingredients(var ingredients) ->
          engine.judgeIngredients(ingredients, options, opinions);
      case AnalysisRequest.Text(var text) -> engine.judgeText(text, options, opinions);
      case AnalysisRequest.Read(var text, var trust, _) ->
          trust.limit(engine.judgeText(text, options, opinions));
    };
  }

  private Inquiry inquiry(String id, AnalysisRequest request, Label label, Attendance attendance) {
    return new Inquiry(
        id,
        request.requestId(),
        request.userId(),
        request.provider(),
        reasoning.language(request.language(), label.known().language()),
        request.input().labelText(),
        TEXT,
        label,
        Optional.empty(),
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
        media(request.input(), advice, language));
  }

  private String sentence(Judgement judgement, AnalysisRequest.Input input, String language) {
    return input instanceof AnalysisRequest.Read read
            && judgement.verdict() instanceof Verdict.Unknown
        ? reasoning.sentence(judgement, read.trust(), language)
        : reasoning.sentence(judgement, language);
  }

  private Optional<ReadMedia> media(AnalysisRequest.Input input, Advice advice, String language) {
    return switch (input) {
      case AnalysisRequest.Read read -> Optional.of(media(read, advice, language));
      case AnalysisRequest.Ingredients _, AnalysisRequest.Text _ -> Optional.empty();
    };
  }

  private ReadMedia media(AnalysisRequest.Read read, Advice advice, String language) {
    LabelReading reading = read.reading();
    boolean here = advice.transcript().isEmpty();
    List<QualityIssue> issues = reading.issues().stream().sorted().toList();
    return new ReadMedia(
        read.labelText(),
        here ? Advisers.LOCAL : advice.exposure().served(),
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
