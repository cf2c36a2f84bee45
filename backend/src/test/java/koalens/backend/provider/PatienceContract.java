package koalens.backend.provider;

import static koalens.backend.provider.EmulatedProvider.ONCE;
import static koalens.backend.provider.EmulatedProvider.SCENARIO;
import static koalens.backend.provider.EmulatedProvider.seconds;
import static koalens.backend.provider.EmulatedProvider.tuned;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Fault;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.WireFault;
import org.junit.jupiter.api.Test;

/// How hard a provider is tried, and how much of it is used at once.
interface PatienceContract {
  /// Who is asked.
  EmulatedProvider subject();

  @Test
  default void waitsAsLongAsTheProviderAsksBeforeItTriesAgain() {
    subject().restart(SCENARIO, tuned(3, 50));
    subject().emulator().failNext(ErrorFault.RATE_LIMITED);
    var recording = new Recording();
    subject().provider().complete(Verdicts.prompt("karmin"), seconds(20), recording);
    Duration asked =
        ((AttemptOutcome.Failed) recording.ended().getFirst()).failure().retryAfter().orElseThrow();
    assertThat(recording.started().getLast().cause()).isEqualTo(Attempt.Cause.RETRY);
    assertThat(recording.started().getLast().waited()).isGreaterThanOrEqualTo(asked);
  }

  @Test
  default void triesNoMoreOftenThanItMay() {
    subject().restart(SCENARIO, tuned(3, 50));
    subject()
        .emulator()
        .failNext(
            ErrorFault.OVERLOADED,
            WireFault.CONNECTION_RESET,
            ErrorFault.INTERNAL,
            ErrorFault.INTERNAL);
    var recording = new Recording();
    assertThat(subject().kind(recording, seconds(20))).contains(FailureKind.SERVER_ERROR);
    assertThat(recording.failures())
        .containsExactly(FailureKind.OVERLOADED, FailureKind.CONNECTION, FailureKind.SERVER_ERROR);
  }

  @Test
  default void theCircuitOpensWhenTooManyFailAndClosesWhenTheyWorkAgain()
      throws InterruptedException {
    Fault[] outage =
        IntStream.range(0, 10).mapToObj(_ -> ErrorFault.INTERNAL).toArray(Fault[]::new);
    subject().emulator().failNext(outage);
    while (subject().provider().circuit() == CircuitState.CLOSED) {
      assertThat(subject().kind(AttemptListener.NONE, seconds(20)))
          .contains(FailureKind.SERVER_ERROR);
    }
    assertThat(subject().kind(AttemptListener.NONE, seconds(20)))
        .contains(FailureKind.CIRCUIT_OPEN);
    subject().emulator().succeedNext(1000);
    Deadline patience = seconds(30);
    while (subject().provider().circuit() != CircuitState.CLOSED && !patience.hasPassed()) {
      Thread.sleep(50);
      subject().kind(AttemptListener.NONE, seconds(20));
    }
    assertThat(subject().provider().circuit()).isEqualTo(CircuitState.CLOSED);
  }

  @Test
  default void callsThatAskTheSameAtTheSameTimeAreAskedOnce() {
    subject().restart(SCENARIO.withLatency(new Latency.Fixed(Duration.ofMillis(1500))), ONCE);
    int before = subject().servedAtLeast(1).size();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Completion<Verdicts>> completions =
          Stream.generate(() ->
                  CompletableFuture.supplyAsync(
                      () ->
                          subject()
                              .provider()
                              .complete(
                                  Verdicts.prompt("karmin"), seconds(20), AttemptListener.NONE),
                      threads))
              .limit(8)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(completions).filteredOn(completion -> !completion.joined()).hasSize(1);
      assertThat(completions)
          .extracting(Completion::answer)
          .containsOnly(completions.getFirst().answer());
    }
    assertThat(subject().servedAtLeast(before + 1)).hasSize(before + 1);
  }

  @Test
  default void anInterruptedCallIsGivenUp() throws InterruptedException {
    subject().emulator().failNext(WireFault.HANG);
    var recording = new Recording();
    var kind = new CompletableFuture<Optional<FailureKind>>();
    Thread caller =
        Thread.startVirtualThread(() -> kind.complete(subject().kind(recording, seconds(25))));
    awaitStart(recording);
    caller.interrupt();
    assertThat(kind.join()).contains(FailureKind.CANCELLED);
    Deadline patience = seconds(10);
    while (recording.ended().isEmpty() && !patience.hasPassed()) {
      Thread.sleep(10);
    }
    assertThat(recording.failures()).containsExactly(FailureKind.CANCELLED);
  }

  private static void awaitStart(Recording recording) throws InterruptedException {
    Deadline patience = seconds(25);
    while (recording.started().isEmpty() && !patience.hasPassed()) {
      Thread.sleep(10);
    }
    assertThat(recording.started()).isNotEmpty();
  }

  @Test
  default void noMoreCallsAreUnderWayThanThereIsRoomFor() throws InterruptedException {
    subject().restart(SCENARIO, tuned(1, 1));
    subject().emulator().failNext(WireFault.HANG);
    var hanging = new Recording();
    Thread caller = Thread.startVirtualThread(() -> subject().kind(hanging, seconds(25)));
    awaitStart(hanging);
    assertThat(subject().failure(Verdicts.prompt("havre"), seconds(20)).kind())
        .isEqualTo(FailureKind.BULKHEAD_FULL);
    caller.interrupt();
    caller.join();
  }

  @Test
  default void connectionsStayOpenForTheNextCalls() throws IOException {
    int callers = 16;
    subject().restart(SCENARIO.withLatency(new Latency.Fixed(Duration.ofMillis(300))), ONCE);
    try (var proxy = new CountingProxy(subject().emulator().baseUrl());
        var proxied = new ResilientProvider(subject().client(proxy.baseUrl()), ONCE)) {
      askAtOnce(proxied, 0, callers);
      askAtOnce(proxied, callers, 2 * callers);
      assertThat(proxy.connections()).isBetween(1, callers);
    }
  }

  private static void askAtOnce(Provider provider, int from, int to) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(from, to)
          .mapToObj(number ->
              CompletableFuture.runAsync(
                  () ->
                      provider.complete(
                          Verdicts.prompt("ämne " + number), seconds(60), AttemptListener.NONE),
                  threads))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  @Test
  default void aPassedDeadlineAsksNothing() {
    var recording = new Recording();
    assertThat(subject().kind(recording, Deadline.in(Duration.ZERO)))
        .contains(FailureKind.DEADLINE);
    assertThat(recording.started()).isEmpty();
  }
}
