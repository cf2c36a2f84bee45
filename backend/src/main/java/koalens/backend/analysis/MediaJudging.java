package koalens.backend.analysis;

import java.time.Instant;
import java.util.Optional;
import koalens.backend.analysis.advice.Advice;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.analysis.advice.Attendance;
import koalens.backend.analysis.advice.Inquiry;
import koalens.backend.analysis.advice.Label;
import koalens.backend.analysis.advice.Transcript;
import koalens.backend.reading.LabelReading;
import koalens.backend.reading.SeenMedium;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Opinions;

/// Judges what was read in photos and films, here and by a provider. Thread-safe.
final class MediaJudging {
  private final LabelAnalysis analysis;
  private final LabelEngine engine;
  private final Advisers advisers;
  private final AnalysisLedger ledger;
  private final Reasoning reasoning;
  private final Description description;
  private final CautiousReading caution;
  private final int longestSide;

  MediaJudging(
      LabelAnalysis analysis,
      LabelEngine engine,
      Advisers advisers,
      AnalysisLedger ledger,
      Reasoning reasoning,
      Description description,
      int longestSide) {
    this.analysis = analysis;
    this.engine = engine;
    this.advisers = advisers;
    this.ledger = ledger;
    this.reasoning = reasoning;
    this.description = description;
    this.caution = new CautiousReading(engine);
    this.longestSide = longestSide;
  }

  /// A photo or film that is about to be read.
  MediaLook look(MediaRequest request) {
    return new MediaLook(this, request, analysis.now(), longestSide);
  }

  /// What a provider, where one is to be asked, makes of a photo or film.
  Advice advice(MediaLook look, Label label, SeenMedium medium) {
    MediaRequest request = look.request();
    return advisers.consult(
        new Inquiry(
            look.id(),
            request.requestId(),
            request.userId(),
            request.person(),
            request.provider(),
            reasoning.languageUnseen(request.language()),
            request.medium().digest(),
            request.medium().modality(),
            label,
            Optional.of(() -> look.pictures(medium)),
            Attendance.CERTAIN));
  }

  /// The answer on a photo or film that was read. It is in the ledger when this returns.
  Analysis conclude(MediaLook look, AnalysisRequest.Read read, Attendance attendance) {
    Instant at = analysis.now();
    long began = System.nanoTime();
    Advice advice = attendance.during(() -> look.concluded(read));
    MediaRequest request = look.request();
    AnalysisRequest.Read judged =
        advice
            .transcript()
            .map(transcript -> reread(read, transcript, request.options()))
            .orElse(read);
    AnalysisRequest asked = request.asking(judged);
    WrittenExplanation written = description.explain(advice, asked);
    Analysis analysis = description.of(look.id(), written, advice, asked, at, began);
    ledger.append(analysis, asked);
    return analysis;
  }

  /// A photo or film as a provider read it.
  AnalysisRequest.Read reread(
      AnalysisRequest.Read read, Transcript transcript, LabelOptions options) {
    LabelReading reading = read.reading();
    // Without a heading the list is a proposal: doubts beside it count too.
    String seen = reading.listFound() ? read.labelText() : reading.text();
    Judgement here = engine.judgeText(seen, options);
    Judgement there = engine.judgeText(transcript.text(), options);
    Trust trust = SecondReading.trust(transcript, there, read, here);
    return new AnalysisRequest.Read(transcript.text(), trust, read.doubtful(), read.reading());
  }

  /// What is said of a photo or film as it was read, under opinions.
  Judgement judge(AnalysisRequest.Read read, LabelOptions options, Opinions opinions) {
    return analysis.judge(read, options, opinions);
  }

  /// The most careful of the ways it was read.
  AnalysisRequest.Read choose(LabelReading reading, LabelOptions options) {
    return caution.choose(reading, options);
  }
}
