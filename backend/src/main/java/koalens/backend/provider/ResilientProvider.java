package koalens.backend.provider;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// A model that is asked with care: within a deadline, again where that may help, not at all where
/// it does not answer, once for all who ask the same. Thread-safe.
public final class ResilientProvider implements Provider {
  // So that a request ends by its own time limit, and on record, before its caller stops waiting.
  private static final Duration MARGIN = Duration.ofMillis(25);

  private final ModelClient client;
  private final Resilience resilience;
  private final Guards guards;
  private final Flights<Prompt<?>, Completion<?>> flights = new Flights<>();

  /// For that model.
  public ResilientProvider(ModelClient client, Resilience resilience) {
    this.client = client;
    this.resilience = resilience;
    this.guards = Guards.of(client.name().word() + " " + client.model(), resilience);
  }

  @Override
  public ProviderName name() {
    return client.name();
  }

  @Override
  public String model() {
    return client.model();
  }

  @Override
  public ModelCapabilities capabilities() {
    return client.capabilities();
  }

  @Override
  public <A extends Record> Completion<A> complete(
      Prompt<A> prompt, Deadline deadline, AttemptListener listener) {
    Flights.Seat<Completion<?>> seat = flights.board(prompt, () -> ask(prompt, deadline, listener));
    if (!seat.joined()) {
      return answer(prompt, await(seat.flight(), deadline));
    }
    listener.joined(name(), model());
    try {
      return answer(prompt, await(seat.flight(), deadline)).asJoined();
    } catch (ProviderException e) {
      // Whoever started it had less time, or left.
      boolean mayGoOn = e.kind() == FailureKind.CANCELLED || e.kind() == FailureKind.TIMEOUT;
      if (mayGoOn && !Thread.currentThread().isInterrupted() && !deadline.hasPassed()) {
        return complete(prompt, deadline, listener);
      }
      throw e;
    }
  }

  private <A extends Record> Completion<A> ask(
      Prompt<A> prompt, Deadline deadline, AttemptListener listener) {
    Deadline own = deadline.earlier(MARGIN);
    return new Attempts<>(client, resilience, guards, prompt, own, listener).answer();
  }

  @Override
  public long countTokens(Prompt<?> prompt, Deadline deadline) {
    Deadline own = deadline.earlier(MARGIN).atMost(resilience.attemptTimeout());
    Callable<Long> count = () -> client.countTokens(prompt, own);
    return await(Flight.start(count, _ -> {}), deadline);
  }

  @Override
  public void prepare(Prompt<?> sample) {
    sample.schema().read("{}");
    client.prepare(sample);
  }

  @Override
  public CircuitState circuit() {
    return guards.circuit().state();
  }

  @Override
  public void close() {
    client.close();
  }

  private <V> V await(Flight<V> flight, Deadline deadline) {
    try {
      return flight.await(deadline);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ProviderException failure
          ? failure
          : failed(FailureKind.MALFORMED_ANSWER, e);
    } catch (TimeoutException e) {
      throw failed(FailureKind.DEADLINE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(FailureKind.CANCELLED, e);
    }
  }

  private ProviderException failed(FailureKind kind, Exception cause) {
    return new ProviderException(name(), model(), Failure.of(kind), cause);
  }

  // An equal prompt has an equal schema, and so an answer of this type.
  @SuppressWarnings({"unchecked", "unused"})
  private static <A extends Record> Completion<A> answer(
      Prompt<A> prompt, Completion<?> completion) {
    return (Completion<A>) completion;
  }
}
