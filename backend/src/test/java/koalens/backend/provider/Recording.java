package koalens.backend.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what a listener is told.
public final class Recording implements AttemptListener {
  private final List<Attempt> started = new CopyOnWriteArrayList<>();
  private final List<AttemptOutcome> ended = new CopyOnWriteArrayList<>();
  private final List<Failure> rejected = new CopyOnWriteArrayList<>();

  @Override
  public void started(Attempt attempt) {
    started.add(attempt);
  }

  @Override
  public void ended(Attempt attempt, AttemptOutcome outcome) {
    assertThat(started).contains(attempt);
    ended.add(outcome);
  }

  @Override
  public void rejected(ProviderName provider, String model, Failure failure) {
    rejected.add(failure);
  }

  /// The attempts that began.
  public List<Attempt> started() {
    return started;
  }

  /// The attempts that ended.
  public List<AttemptOutcome> ended() {
    return ended;
  }

  /// The calls that were not made.
  public List<Failure> rejected() {
    return rejected;
  }

  /// The kinds of failure of the attempts that had one, in order.
  public List<FailureKind> failures() {
    return ended.stream()
        .filter(AttemptOutcome.Failed.class::isInstance)
        .map(outcome -> ((AttemptOutcome.Failed) outcome).failure().kind())
        .toList();
  }
}
