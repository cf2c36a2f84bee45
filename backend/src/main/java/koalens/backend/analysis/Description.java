package koalens.backend.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.advice.Advice;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.analysis.advice.Confidence;
import koalens.backend.provider.FailureKind;
import koalens.backend.reading.LabelReading;
import koalens.backend.reading.QualityIssue;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Verdict;

/// Puts a judgement into the words and figures of an answer.
///
/// @param knowledge what it was judged by
/// @param reasoning says why
record Description(KnowledgeBase knowledge, Reasoning reasoning) {

  /// The answer.
  ///
  /// @param written what it says of the label
  /// @param began when its making began, by [System#nanoTime]
  Analysis of(
      String id,
      WrittenExplanation written,
      Advice advice,
      AnalysisRequest request,
      Instant at,
      long began) {
    String language = written.explanation().language();
    return new Analysis(
        id,
        at,
        written,
        provenance(advice, language),
        knowledge.version(),
        request.requestId(),
        Duration.ofNanos(System.nanoTime() - began).toMillis(),
        media(request.input(), advice, language));
  }

  /// What the engine makes of a label by itself, in words.
  WrittenExplanation explain(Judgement judgement, AnalysisRequest request) {
    String language = reasoning.language(request.language(), judgement.language());
    return explain(judgement, Ingredients.of(judgement, reasoning, language), request, language);
  }

  /// What was made of a label with a provider's help, in words.
  WrittenExplanation explain(Advice advice, AnalysisRequest request) {
    Judgement judgement = advice.judgement();
    String language = reasoning.language(request.language(), judgement.language());
    return explain(judgement, Ingredients.of(advice, reasoning, language), request, language);
  }

  private WrittenExplanation explain(
      Judgement judgement,
      List<AnalyzedIngredient> ingredients,
      AnalysisRequest request,
      String language) {
    return new WrittenExplanation(
        new Explanation(
            judgement.verdict().status(),
            judgement.policy(),
            judgement.contradictsItself(),
            Confidence.of(judgement),
            ingredients,
            sentence(judgement, request.input(), language),
            language,
            judgement.language(),
            judgement.listFound(),
            judgement.truncated(),
            request.input().trust() == Trust.WHOLE));
  }

  private String sentence(Judgement judgement, AnalysisRequest.Input input, String language) {
    return judgement.verdict() instanceof Verdict.Unknown
        ? reasoning.sentence(judgement, input.trust(), language)
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

  private Provenance provenance(Advice advice, String language) {
    return new Provenance(
        advice.exposure(),
        advice.model(),
        advice.failure().map(FailureKind::word),
        advice.failure().map(_ -> reasoning.notice(advice.exposure(), language)));
  }
}
