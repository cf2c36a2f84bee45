package koalens.backend.analysis.advice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import koalens.backend.provider.FailureKind;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;

/// Takes down what a consultation comes to. Thread-safe.
final class Minutes {
  private final Inquiry inquiry;
  private final Consultation consultation;
  private final Question question;
  private final ConsultationListener listener;
  private final long began = System.nanoTime();

  /// How long a consultation took.
  ///
  /// @param whole from its begin to the last answer
  /// @param underWay how long of that calls were under way
  record Time(Duration whole, Duration underWay) {}

  Minutes(
      Inquiry inquiry,
      Consultation consultation,
      Question question,
      ConsultationListener listener) {
    this.inquiry = inquiry;
    this.consultation = consultation;
    this.question = question;
    this.listener = listener;
  }

  Inquiry inquiry() {
    return inquiry;
  }

  Consultation consultation() {
    return consultation;
  }

  Question question() {
    return question;
  }

  /// There was nothing to ask.
  void unasked() {
    Judgement known = inquiry.label().known();
    take(
        Conclusion.Outcome.OK,
        Optional.empty(),
        Optional.empty(),
        sinceBegin(),
        sinceBegin(),
        verdicts(Merge.none(known), Optional.empty()));
  }

  /// A provider answered, or none did and the engine's answer stands.
  ///
  /// @param time how long it took
  void concluded(
      Conclusion.Outcome outcome,
      Asked asked,
      Optional<FailureKind> failure,
      Time time,
      Merge merge) {
    take(
        outcome,
        Optional.of(asked),
        failure,
        time.whole(),
        time.whole().minus(time.underWay()),
        verdicts(merge, Optional.of(asked)));
  }

  /// A provider answered for comparison alone, or did not.
  void shadowed(Asked asked, Merge merge) {
    Optional<FailureKind> failure =
        switch (asked) {
          case Asked.Answered _ -> Optional.empty();
          case Asked.Unanswered unanswered -> Optional.of(unanswered.failure());
        };
    take(
        failure.isEmpty() ? Conclusion.Outcome.SHADOW_OK : Conclusion.Outcome.SHADOW_FAILED,
        Optional.of(asked),
        failure,
        asked.took(),
        asked.took().minus(asked.spent().underWay()),
        verdicts(merge, Optional.of(asked)));
  }

  private void take(
      Conclusion.Outcome outcome,
      Optional<Asked> asked,
      Optional<FailureKind> failure,
      Duration duration,
      Duration betweenCalls,
      Conclusion.Verdicts verdicts) {
    listener.concluded(
        new Conclusion(
            consultation, outcome, asked, failure, duration, betweenCalls, names(asked), verdicts));
  }

  private Conclusion.Verdicts verdicts(Merge merge, Optional<Asked> asked) {
    boolean alone = consultation.scope() == Scope.LIST;
    return new Conclusion.Verdicts(
        merge.judgement().verdict().status(),
        Confidence.of(merge.judgement()),
        inquiry.label().known().verdict().status(),
        asked.filter(one -> alone && one instanceof Asked.Answered).flatMap(question::verdict),
        merge.overruled(),
        merge.conflicts());
  }

  private Conclusion.Names names(Optional<Asked> asked) {
    List<String> all =
        inquiry
            .label()
            .known()
            .contents()
            .filter(content -> content.parts().isEmpty())
            .map(JudgedIngredient::name)
            .distinct()
            .toList();
    long sent = asked.map(one -> length(one.call().names())).orElse(0L);
    return new Conclusion.Names(sent, length(all));
  }

  private static long length(List<String> names) {
    return names.stream().mapToLong(String::length).sum();
  }

  Duration sinceBegin() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
