package koalens.backend.analysis.advice;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import koalens.backend.experiment.Exposure;
import koalens.backend.provider.Deadline;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.Provider;

/// One consultation under way.
final class Consulting {
  private final Colleagues colleagues;
  private final Asking asking;
  private final ExecutorService shadows;
  private final Minutes minutes;
  private final Inquiry inquiry;
  private final Consultation consultation;
  private final Deadline deadline;
  private final int firstPercent;

  /// @param firstPercent of the time for the first provider, so that one that hangs leaves some for
  ///   another
  Consulting(
      Colleagues colleagues,
      Asking asking,
      ExecutorService shadows,
      Minutes minutes,
      int firstPercent) {
    this.colleagues = colleagues;
    this.asking = asking;
    this.shadows = shadows;
    this.minutes = minutes;
    this.inquiry = minutes.inquiry();
    this.consultation = minutes.consultation();
    this.deadline = Deadline.in(consultation.budget());
    this.firstPercent = firstPercent;
  }

  Advice advice(Provider assigned) {
    if (minutes.question().isEmpty()) {
      minutes.unasked();
      return Advice.ofEngine(inquiry.label().known(), exposure(Advisers.LOCAL), Optional.empty());
    }
    Optional<Provider> other = colleagues.insteadOf(assigned);
    Deadline own = other.isPresent() ? shortened() : deadline;
    startShadows(own);
    Asked first = askAttended(assigned, Part.ASSIGNED, own);
    return switch (first) {
      case Asked.Answered answered ->
          answered(answered, Conclusion.Outcome.OK, Optional.empty(), answered.spent().underWay());
      case Asked.Unanswered unanswered ->
          other
              .filter(_ -> FallbackRule.allows(unanswered.failure()))
              .map(provider -> instead(provider, unanswered))
              .orElseGet(() -> ofEngine(unanswered, unanswered.spent().underWay()));
    };
  }

  private Asked askAttended(Provider provider, Part part, Deadline until) {
    return inquiry.attendance().during(() -> ask(provider, part, until));
  }

  private Asked ask(Provider provider, Part part, Deadline until) {
    return asking.ask(provider, minutes.question(), consultation, part, until);
  }

  private Deadline shortened() {
    return deadline.atMost(consultation.budget().multipliedBy(firstPercent).dividedBy(100));
  }

  private Advice instead(Provider provider, Asked.Unanswered first) {
    Asked second = askAttended(provider, Part.FALLBACK, deadline);
    Duration underWay = first.spent().and(second.spent()).underWay();
    return switch (second) {
      case Asked.Answered answered ->
          answered(answered, Conclusion.Outcome.FALLBACK, Optional.of(first.failure()), underWay);
      case Asked.Unanswered _ -> ofEngine(first, underWay);
    };
  }

  private Advice answered(
      Asked.Answered answered,
      Conclusion.Outcome outcome,
      Optional<FailureKind> failure,
      Duration underWay) {
    // Before the merge, which may wait for a reading.
    Duration duration = minutes.sinceBegin();
    Merge merge = merge(answered);
    minutes.concluded(outcome, answered, failure, new Minutes.Time(duration, underWay), merge);
    return new Advice(
        merge.judgement(),
        exposure(answered.call().provider().word()),
        Optional.of(answered.call().provider()),
        Optional.of(answered.modelServed()),
        failure,
        merge.transcript(),
        merge.reasons());
  }

  // What the assigned provider said before, and was remembered, still counts.
  private Advice ofEngine(Asked.Unanswered unanswered, Duration underWay) {
    Duration duration = minutes.sinceBegin();
    Merge merge = merge(unanswered);
    Optional<FailureKind> failure = Optional.of(unanswered.failure());
    minutes.concluded(
        Conclusion.Outcome.ENGINE,
        unanswered,
        failure,
        new Minutes.Time(duration, underWay),
        merge);
    return new Advice(
        merge.judgement(),
        exposure(Advisers.LOCAL),
        Optional.of(unanswered.call().provider()),
        Optional.empty(),
        failure,
        merge.transcript(),
        merge.reasons());
  }

  private Merge merge(Asked asked) {
    return Merge.of(inquiry.label(), asked);
  }

  private Exposure exposure(String served) {
    return new Exposure(consultation.assignment(), served);
  }

  // With as much time as the assigned one has, to be comparable.
  private void startShadows(Deadline until) {
    if (consultation.mode().filter(mode -> mode == Mode.SHADOW).isPresent()) {
      consultation.assignment().experiment().stream()
          .flatMap(running -> running.others(consultation.assignment()).stream())
          .flatMap(name -> colleagues.find(name).stream())
          .forEach(provider -> startShadow(provider, until));
    }
  }

  private void startShadow(Provider provider, Deadline until) {
    try {
      shadows.execute(() -> {
        Asked asked = ask(provider, Part.SHADOW, until);
        try {
          minutes.shadowed(asked, merge(asked));
        } catch (CancellationException e) {
          // The reading was given up: there is no answer to compare with.
        }
      });
    } catch (RejectedExecutionException e) {
      // The server stops: the answer goes out, its comparison does not.
    }
  }
}
