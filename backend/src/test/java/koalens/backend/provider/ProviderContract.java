package koalens.backend.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koalens.backend.provider.wire.Endpoint;
import koalens.emulator.Emulator;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Extremes;
import koalens.emulator.scenario.Fault;
import koalens.emulator.scenario.FaultMix;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;
import koalens.emulator.scenario.VeganStatus;
import koalens.emulator.scenario.WireFault;
import koalens.emulator.wire.ServedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every provider's model keeps to, whatever its provider does. Against the emulator, which
/// speaks both APIs with their quirks and faults.
public abstract class ProviderContract {
  /// A key that no text may show.
  protected static final String KEY = "sk-secret-0123456789";

  /// The longest answer that is read.
  protected static final int MAX_ANSWER_BYTES = 1 << 20;

  private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 1, 2, 3, 4, 5, 6};
  private static final Scenario SCENARIO =
      Scenario.of(7)
          .withExtremes(
              new Extremes(Duration.ofSeconds(90), Duration.ofMillis(50), 4 * MAX_ANSWER_BYTES))
          .withTruth(
              Truth.of(Map.of("karmin", VeganStatus.NON_VEGAN, "havre", VeganStatus.VEGAN), 0));
  private static final Resilience ONCE = tuned(1, 50);

  private Emulator emulator;
  private Provider provider;

  /// Which API is emulated.
  protected abstract koalens.emulator.Provider emulated();

  /// A client of it.
  protected abstract ModelClient client(String baseUrl);

  /// What a fault of an answer comes to.
  protected abstract FailureKind kindOf(AnswerFault fault);

  /// Where an emulated provider is reached.
  protected static Endpoint endpoint(String baseUrl) {
    return new Endpoint(baseUrl, KEY, 32);
  }

  private static Resilience tuned(int attempts, int concurrentCalls) {
    return tuned(attempts, concurrentCalls, Duration.ofSeconds(60));
  }

  /// Tries so often, so many at once, so long each.
  protected static Resilience tuned(int attempts, int concurrentCalls, Duration attemptTimeout) {
    return new Resilience(
        attempts,
        attemptTimeout,
        Duration.ofMillis(50),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        10,
        concurrentCalls,
        Duration.ofMillis(100),
        10,
        50,
        Duration.ofMillis(300),
        Duration.ofMinutes(5));
  }

  @BeforeEach
  void start() {
    start(SCENARIO, ONCE);
  }

  private void start(Scenario scenario, Resilience resilience) {
    emulator = Emulator.start(emulated(), scenario, 0);
    provider = new ResilientProvider(client(emulator.baseUrl()), resilience);
    // The first call loads the provider's SDK, which takes its time.
    provider.complete(Verdicts.prompt("havre"), seconds(120), AttemptListener.NONE);
  }

  @AfterEach
  void stop() {
    provider.close();
    emulator.close();
  }

  private void restart(Scenario scenario, Resilience resilience) {
    stop();
    start(scenario, resilience);
  }

  private static Deadline seconds(int seconds) {
    return Deadline.in(Duration.ofSeconds(seconds));
  }

  @Test
  void answersWithTheRecordAskedForAndWhatItTook() {
    var recording = new Recording();
    Completion<Verdicts> completion =
        provider.complete(Verdicts.prompt("karmin"), seconds(20), recording);
    assertThat(completion.answer().items())
        .extracting(Verdicts.Item::name, Verdicts.Item::status)
        .containsExactly(tuple("karmin", Verdicts.Status.NON_VEGAN));
    Reply reply = completion.reply();
    assertThat(reply.usage().input()).isPositive();
    assertThat(reply.usage().output()).isPositive();
    assertThat(reply.rawUsage()).startsWith("{").endsWith("}").hasSizeGreaterThan(2);
    assertThat(reply.requestId()).isPresent();
    assertThat(reply.modelServed()).startsWith(provider.model());
    assertThat(reply.timeToFirstByte()).isPresent();
    assertThat(completion.attempts()).isEqualTo(1);
    assertThat(recording.started()).hasSize(1);
    assertThat(recording.ended()).hasOnlyElementsOfType(AttemptOutcome.Answered.class);
  }

  @Test
  void looksAtPictures() {
    Prompt<Verdicts> prompt = Verdicts.prompt("havre", Media.of("image/jpeg", PICTURE));
    Completion<Verdicts> completion = provider.complete(prompt, seconds(20), AttemptListener.NONE);
    assertThat(completion.answer().items()).isNotEmpty();
    assertThat(completion.reply().usage().input())
        .isGreaterThan(
            provider
                .complete(Verdicts.prompt("havre"), seconds(20), AttemptListener.NONE)
                .reply()
                .usage()
                .input());
  }

  @Test
  void turnsAwayMediaThatTheModelDoesNotTakeWithoutAsking() {
    int before = servedAtLeast(1).size();
    Prompt<Verdicts> prompt = Verdicts.prompt("havre", Media.of("image/x-unheard-of", PICTURE));
    assertThat(failure(prompt, seconds(20)).kind()).isEqualTo(FailureKind.UNSUPPORTED_MEDIA);
    assertThat(emulator.served()).hasSize(before);
  }

  @Test
  void countsTokens() {
    long few = provider.countTokens(Verdicts.prompt("havre"), seconds(20));
    long more = provider.countTokens(Verdicts.prompt("havre".repeat(100)), seconds(20));
    assertThat(few).isPositive();
    assertThat(more).isGreaterThan(few);
  }

  static Stream<Fault> everyFault() {
    return Fault.all().stream();
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void everyFaultEndsInItsOwnKindOfFailureAndOnRecord(Fault fault) {
    var recording = new Recording();
    emulator.failNext(fault, fault);
    boolean neverEnds = fault == WireFault.HANG || fault == WireFault.SLOW_DRIP;
    Optional<FailureKind> ended =
        neverEnds ? kindInShortTime(recording) : kind(recording, seconds(60));
    // What is left after a piece is torn out may by chance still be an answer.
    boolean byChance = fault == WireFault.MALFORMED_JSON && ended.isEmpty();
    assertThat(ended).isEqualTo(byChance ? Optional.empty() : expected(fault));
    assertThat(recording.started()).isNotEmpty();
    assertThat(recording.ended()).hasSameSizeAs(recording.started());
  }

  // The request's own limit, well before the caller's.
  private Optional<FailureKind> kindInShortTime(AttemptListener listener) {
    provider.close();
    provider =
        new ResilientProvider(client(emulator.baseUrl()), tuned(1, 50, Duration.ofMillis(1500)));
    return kind(listener, seconds(60));
  }

  private Optional<FailureKind> kind(AttemptListener listener, Deadline deadline) {
    try {
      provider.complete(Verdicts.prompt("karmin"), deadline, listener);
      return Optional.empty();
    } catch (ProviderException e) {
      assertThat(e).hasMessageNotContaining(KEY).hasMessageNotContaining("karmin");
      return Optional.of(e.kind());
    }
  }

  private Optional<FailureKind> expected(Fault fault) {
    return switch (fault) {
      case ErrorFault error -> Optional.of(expectedOf(error));
      case WireFault wire -> expectedOf(wire);
      case AnswerFault answer -> expectedOf(answer);
    };
  }

  private static FailureKind expectedOf(ErrorFault fault) {
    return switch (fault) {
      case RATE_LIMITED, RATE_LIMITED_WITHOUT_HINT -> FailureKind.RATE_LIMITED;
      case DAILY_QUOTA -> FailureKind.QUOTA_EXHAUSTED;
      case SPEND_LIMIT, OUT_OF_CREDIT -> FailureKind.BILLING;
      case INVALID_REQUEST, CONFLICT, CANCELLED -> FailureKind.INVALID_REQUEST;
      case INVALID_KEY, FORBIDDEN -> FailureKind.AUTHENTICATION;
      case NOT_FOUND -> FailureKind.MODEL_NOT_FOUND;
      case TOO_LARGE -> FailureKind.TOO_LARGE;
      case INTERNAL -> FailureKind.SERVER_ERROR;
      case OVERLOADED, ERROR_AFTER_OK, ODD_SHAPE -> FailureKind.OVERLOADED;
      case TIMED_OUT -> FailureKind.TIMEOUT;
    };
  }

  private static Optional<FailureKind> expectedOf(WireFault fault) {
    return switch (fault) {
      case CONNECTION_RESET, CLOSED_WITHOUT_ANSWER, TRUNCATED_BODY, BROKEN_HEAD ->
          Optional.of(FailureKind.CONNECTION);
      case HANG, SLOW_DRIP -> Optional.of(FailureKind.TIMEOUT);
      case EMPTY_BODY, MALFORMED_JSON, HTML_PAGE, DEEP_NESTING, REDIRECT, INVALID_UTF8 ->
          Optional.of(FailureKind.MALFORMED_ANSWER);
      case OVERSIZED_BODY -> Optional.of(FailureKind.OVERSIZED_ANSWER);
      case BAD_GATEWAY -> Optional.of(FailureKind.SERVER_ERROR);
      case WRONG_CONTENT_TYPE -> Optional.empty();
    };
  }

  private Optional<FailureKind> expectedOf(AnswerFault fault) {
    return switch (fault) {
      case FENCED, FORGETS_ONE, INVENTS_ONE, SAYS_ALL_VEGAN -> Optional.empty();
      case PROSE, OFF_SCHEMA -> Optional.of(FailureKind.SCHEMA_INVALID);
      case NO_TEXT -> Optional.of(FailureKind.STOPPED);
      case CUT_OFF, CONTEXT_EXCEEDED -> Optional.of(FailureKind.TRUNCATED);
      case BLOCKED_PROMPT,
          SAFETY,
          RECITATION,
          LANGUAGE,
          OTHER,
          BLOCKLIST,
          PROHIBITED_CONTENT,
          SPII,
          MALFORMED_FUNCTION_CALL,
          IMAGE_SAFETY,
          UNEXPECTED_TOOL_CALL,
          TOO_MANY_TOOL_CALLS ->
          Optional.of(kindOf(fault));
    };
  }

  private ProviderException failure(Prompt<Verdicts> prompt, Deadline deadline) {
    return catchThrowableOfType(
        ProviderException.class, () -> provider.complete(prompt, deadline, AttemptListener.NONE));
  }

  @Test
  void whatCameBackIsChargedEvenWhereItIsNoAnswer() {
    emulator.failNext(AnswerFault.CUT_OFF);
    Failure failure = failure(Verdicts.prompt("karmin"), seconds(20)).failure();
    assertThat(failure.reply().orElseThrow().usage().output()).isPositive();
  }

  @Test
  void anAnswerBesideTheSchemaIsRepairedOnce() {
    emulator.failNext(AnswerFault.OFF_SCHEMA);
    var recording = new Recording();
    Completion<Verdicts> completion =
        provider.complete(Verdicts.prompt("karmin"), seconds(20), recording);
    assertThat(completion.repaired()).isTrue();
    assertThat(completion.answer().items()).isNotEmpty();
    assertThat(recording.failures()).containsExactly(FailureKind.SCHEMA_INVALID);
    assertThat(recording.started())
        .extracting(Attempt::cause)
        .containsExactly(Attempt.Cause.FIRST, Attempt.Cause.REPAIR);
  }

  @Test
  void waitsAsLongAsTheProviderAsksBeforeItTriesAgain() {
    restart(SCENARIO, tuned(3, 50));
    emulator.failNext(ErrorFault.RATE_LIMITED);
    var recording = new Recording();
    provider.complete(Verdicts.prompt("karmin"), seconds(20), recording);
    Duration asked =
        ((AttemptOutcome.Failed) recording.ended().getFirst()).failure().retryAfter().orElseThrow();
    assertThat(recording.started().getLast().cause()).isEqualTo(Attempt.Cause.RETRY);
    assertThat(recording.started().getLast().waited()).isGreaterThanOrEqualTo(asked);
  }

  @Test
  void triesNoMoreOftenThanItMay() {
    restart(SCENARIO, tuned(3, 50));
    emulator.failNext(
        ErrorFault.OVERLOADED,
        WireFault.CONNECTION_RESET,
        ErrorFault.INTERNAL,
        ErrorFault.INTERNAL);
    var recording = new Recording();
    assertThat(kind(recording, seconds(20))).contains(FailureKind.SERVER_ERROR);
    assertThat(recording.failures())
        .containsExactly(FailureKind.OVERLOADED, FailureKind.CONNECTION, FailureKind.SERVER_ERROR);
  }

  static Stream<ErrorFault> finalFaults() {
    return Stream.of(
        ErrorFault.DAILY_QUOTA,
        ErrorFault.SPEND_LIMIT,
        ErrorFault.OUT_OF_CREDIT,
        ErrorFault.INVALID_KEY,
        ErrorFault.FORBIDDEN);
  }

  @ParameterizedTest
  @MethodSource("finalFaults")
  void whatWaitingCannotMendIsNotTriedAgainAndNotAskedAnyMore(ErrorFault fault) {
    restart(SCENARIO, tuned(3, 50));
    emulator.failNext(fault);
    var first = new Recording();
    assertThat(kind(first, seconds(20))).contains(expectedOf(fault));
    assertThat(first.started()).hasSize(1);
    assertThat(provider.circuit()).isEqualTo(CircuitState.OPEN);
    var second = new Recording();
    assertThat(kind(second, seconds(20))).contains(FailureKind.CIRCUIT_OPEN);
    assertThat(second.started()).isEmpty();
    assertThat(second.rejected())
        .extracting(Failure::kind)
        .containsExactly(FailureKind.CIRCUIT_OPEN);
  }

  @Test
  void theCircuitOpensWhenTooManyFailAndClosesWhenTheyWorkAgain() throws InterruptedException {
    Fault[] outage =
        IntStream.range(0, 10).mapToObj(_ -> ErrorFault.INTERNAL).toArray(Fault[]::new);
    emulator.failNext(outage);
    while (provider.circuit() == CircuitState.CLOSED) {
      assertThat(kind(AttemptListener.NONE, seconds(20))).contains(FailureKind.SERVER_ERROR);
    }
    assertThat(kind(AttemptListener.NONE, seconds(20))).contains(FailureKind.CIRCUIT_OPEN);
    emulator.succeedNext(1000);
    Deadline patience = seconds(30);
    while (provider.circuit() != CircuitState.CLOSED && !patience.hasPassed()) {
      Thread.sleep(50);
      kind(AttemptListener.NONE, seconds(20));
    }
    assertThat(provider.circuit()).isEqualTo(CircuitState.CLOSED);
  }

  @Test
  void callsThatAskTheSameAtTheSameTimeAreAskedOnce() {
    restart(SCENARIO.withLatency(new Latency.Fixed(Duration.ofMillis(1500))), ONCE);
    int before = servedAtLeast(1).size();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Completion<Verdicts>> completions =
          Stream.generate(() ->
                  CompletableFuture.supplyAsync(
                      () ->
                          provider.complete(
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
    assertThat(servedAtLeast(before + 1)).hasSize(before + 1);
  }

  // The emulator notes a call when its answer is out, which the caller may have read before.
  private List<ServedCall> servedAtLeast(int calls) {
    Deadline patience = seconds(10);
    while (emulator.served().size() < calls && !patience.hasPassed()) {
      Thread.onSpinWait();
    }
    return emulator.served();
  }

  @Test
  void anInterruptedCallIsGivenUp() throws InterruptedException {
    emulator.failNext(WireFault.HANG);
    var recording = new Recording();
    var kind = new CompletableFuture<Optional<FailureKind>>();
    Thread caller = Thread.startVirtualThread(() -> kind.complete(kind(recording, seconds(25))));
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
  void noMoreCallsAreUnderWayThanThereIsRoomFor() throws InterruptedException {
    restart(SCENARIO, tuned(1, 1));
    emulator.failNext(WireFault.HANG);
    var hanging = new Recording();
    Thread caller = Thread.startVirtualThread(() -> kind(hanging, seconds(25)));
    awaitStart(hanging);
    assertThat(failure(Verdicts.prompt("havre"), seconds(20)).kind())
        .isEqualTo(FailureKind.BULKHEAD_FULL);
    caller.interrupt();
    caller.join();
  }

  @Test
  void connectionsStayOpenForTheNextCalls() throws IOException {
    int callers = 16;
    restart(SCENARIO.withLatency(new Latency.Fixed(Duration.ofMillis(300))), ONCE);
    try (var proxy = new CountingProxy(emulator.baseUrl());
        var proxied = new ResilientProvider(client(proxy.baseUrl()), ONCE)) {
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
  void theKeyIsInNoAddress() {
    assertThat(servedAtLeast(1)).allSatisfy(call -> assertThat(call.path()).doesNotContain(KEY));
  }

  @Test
  void underAnyMixOfFaultsEveryCallEndsAndEveryAttemptIsOnRecord() {
    restart(
        SCENARIO
            .withFaults(FaultMix.even(0.5))
            .withExtremes(
                new Extremes(Duration.ofMillis(300), Duration.ofMillis(1), 2 * MAX_ANSWER_BYTES)),
        tuned(2, 8));
    var recording = new Recording();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 120)
          .mapToObj(
              number -> CompletableFuture.runAsync(() -> askAnyway(number, recording), threads))
          .toList()
          .forEach(CompletableFuture::join);
    }
    assertThat(recording.started()).isNotEmpty();
    assertThat(recording.ended()).hasSameSizeAs(recording.started());
  }

  private void askAnyway(int number, Recording recording) {
    try {
      provider.complete(Verdicts.prompt("ämne " + number), seconds(20), recording);
    } catch (ProviderException e) {
      assertThat(e.kind()).isNotNull();
    }
  }

  @Test
  void aPassedDeadlineAsksNothing() {
    var recording = new Recording();
    assertThat(kind(recording, Deadline.in(Duration.ZERO))).contains(FailureKind.DEADLINE);
    assertThat(recording.started()).isEmpty();
  }
}
