package koalens.backend.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One call's requests, one after the other: the first, retries of what may pass, one repair. For
/// one thread.
///
/// @param <A> the answer
final class Attempts<A extends Record> {
  private final ModelClient client;
  private final Resilience resilience;
  private final Guards guards;
  private final Prompt<A> prompt;
  private final Deadline deadline;
  private final AttemptListener listener;

  private Exchange exchange;
  private Attempt.Cause cause = Attempt.Cause.FIRST;
  private int number;
  private int retries;
  private boolean repaired;
  private long waitingSince = System.nanoTime();
  private @Nullable ProviderException last;
  private List<String> faults = List.of();

  Attempts(
      ModelClient client,
      Resilience resilience,
      Guards guards,
      Prompt<A> prompt,
      Deadline deadline,
      AttemptListener listener) {
    this.client = client;
    this.resilience = resilience;
    this.guards = guards;
    this.prompt = prompt;
    this.deadline = deadline;
    this.listener = listener;
    this.exchange = Exchange.first(prompt);
  }

  /// Asks until there is an answer, or no sense in asking.
  Completion<A> answer() {
    guards.budget().earn();
    try {
      Optional<Completion<A>> answer = inPlace();
      while (answer.isEmpty()) {
        prepareNext(Objects.requireNonNull(last));
        answer = inPlace();
      }
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(Failure.of(FailureKind.CANCELLED), e);
    } finally {
      client.forget();
    }
  }

  private Optional<Completion<A>> inPlace() throws InterruptedException {
    Duration queue = deadline.atMost(resilience.queueTime()).remaining();
    if (!guards.places().tryAcquire(queue.toNanos(), TimeUnit.NANOSECONDS)) {
      throw rejected(FailureKind.BULKHEAD_FULL);
    }
    try {
      return attempt();
    } finally {
      guards.places().release();
    }
  }

  private Optional<Completion<A>> attempt() {
    if (deadline.hasPassed()) {
      throw rejected(FailureKind.DEADLINE);
    }
    if (!guards.circuit().admits()) {
      throw rejected(FailureKind.CIRCUIT_OPEN);
    }
    Attempt attempt = next();
    listener.started(attempt);
    long start = System.nanoTime();
    try {
      Reply reply = send();
      A answer = checked(reply);
      guards.circuit().worked();
      listener.ended(attempt, new AttemptOutcome.Answered(reply, since(start)));
      return Optional.of(new Completion<>(answer, reply, number, repaired, false));
    } catch (ProviderException e) {
      guards.circuit().failed(e);
      listener.ended(attempt, new AttemptOutcome.Failed(e.failure(), since(start)));
      last = e;
      return Optional.empty();
    }
  }

  private Attempt next() {
    number++;
    Duration waited = since(waitingSince);
    return new Attempt(
        client.name(), client.model(), number, cause, Instant.now(), waited, deadline.remaining());
  }

  private Reply send() {
    try {
      return client.send(exchange, deadline.atMost(resilience.attemptTimeout()));
    } catch (ProviderException e) {
      throw e;
    } catch (RuntimeException e) {
      // A fault of the adapter must not lose the attempt from the record.
      throw failure(Failure.of(FailureKind.MALFORMED_ANSWER), e);
    }
  }

  private A checked(Reply reply) {
    return switch (prompt.schema().read(reply.text())) {
      case AnswerReading.Valid<A> valid -> valid.answer();
      case AnswerReading.Invalid<A> invalid -> {
        faults = invalid.faults();
        throw failure(schemaInvalid(reply), null);
      }
    };
  }

  private static Failure schemaInvalid(Reply reply) {
    return new Failure(
        FailureKind.SCHEMA_INVALID,
        OptionalInt.empty(),
        Optional.empty(),
        reply.requestId(),
        Optional.empty(),
        Optional.of(reply));
  }

  private void prepareNext(ProviderException failed) throws InterruptedException {
    waitingSince = System.nanoTime();
    if (failed.kind() == FailureKind.SCHEMA_INVALID) {
      prepareRepair(failed);
    } else {
      waitToRetry(failed);
    }
  }

  private void prepareRepair(ProviderException failed) {
    if (repaired || deadline.remaining().compareTo(resilience.leastTime()) < 0) {
      throw failed;
    }
    String answer = failed.failure().reply().map(Reply::text).orElse("");
    exchange = new Exchange(prompt, Optional.of(new Exchange.Repair(answer, faults)));
    cause = Attempt.Cause.REPAIR;
    repaired = true;
  }

  private void waitToRetry(ProviderException failed) throws InterruptedException {
    retries++;
    Duration wait = guards.backoff().after(retries, failed.failure());
    boolean inTime = wait.plus(resilience.leastTime()).compareTo(deadline.remaining()) <= 0;
    if (!failed.failure().retryable()
        || retries >= resilience.attempts()
        || !inTime
        || !guards.budget().spend()) {
      throw failed;
    }
    cause = Attempt.Cause.RETRY;
    Thread.sleep(wait);
  }

  // What failed before says more than that nothing was tried after it.
  private ProviderException rejected(FailureKind kind) {
    ProviderException before = last;
    if (before != null) {
      return before;
    }
    Failure failure = Failure.of(kind);
    listener.rejected(client.name(), client.model(), failure);
    return failure(failure, null);
  }

  private ProviderException failure(Failure failure, @Nullable Throwable thrown) {
    return new ProviderException(client.name(), client.model(), failure, thrown);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
