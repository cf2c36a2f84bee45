package koalens.backend.provider;

import static koalens.backend.provider.EmulatedProvider.MAX_ANSWER_BYTES;
import static koalens.backend.provider.EmulatedProvider.SCENARIO;
import static koalens.backend.provider.EmulatedProvider.seconds;
import static koalens.backend.provider.EmulatedProvider.tuned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Extremes;
import koalens.emulator.scenario.Fault;
import koalens.emulator.scenario.FaultMix;
import koalens.emulator.scenario.WireFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a provider does wrong ends in a failure of its own kind, and on record.
interface FailingContract {
  /// Who is asked.
  EmulatedProvider subject();

  static Stream<Fault> everyFault() {
    return Fault.all().stream();
  }

  @ParameterizedTest
  @MethodSource("koalens.backend.provider.FailingContract#everyFault")
  default void everyFaultEndsInItsOwnKindOfFailureAndOnRecord(Fault fault) {
    var recording = new Recording();
    subject().emulator().failNext(fault, fault);
    boolean neverEnds = fault == WireFault.HANG || fault == WireFault.SLOW_DRIP;
    Optional<FailureKind> ended =
        neverEnds ? kindInShortTime(recording) : subject().kind(recording, seconds(60));
    // What is left after a piece is torn out may by chance still be an answer.
    boolean byChance = fault == WireFault.MALFORMED_JSON && ended.isEmpty();
    assertThat(ended).isEqualTo(byChance ? Optional.empty() : expected(fault));
    assertThat(recording.started()).isNotEmpty();
    assertThat(recording.ended()).hasSameSizeAs(recording.started());
  }

  // The request's own limit, well before the caller's.
  private Optional<FailureKind> kindInShortTime(AttemptListener listener) {
    subject().replace(tuned(1, 50, Duration.ofMillis(1500)));
    return subject().kind(listener, seconds(60));
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
          Optional.of(subject().kindOf(fault));
    };
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
  @MethodSource("koalens.backend.provider.FailingContract#finalFaults")
  default void whatWaitingCannotMendIsNotTriedAgainAndNotAskedAnyMore(ErrorFault fault) {
    subject().restart(SCENARIO, tuned(3, 50));
    subject().emulator().failNext(fault);
    var first = new Recording();
    assertThat(subject().kind(first, seconds(20))).contains(expectedOf(fault));
    assertThat(first.started()).hasSize(1);
    assertThat(subject().provider().circuit()).isEqualTo(CircuitState.OPEN);
    var second = new Recording();
    assertThat(subject().kind(second, seconds(20))).contains(FailureKind.CIRCUIT_OPEN);
    assertThat(second.started()).isEmpty();
    assertThat(second.rejected())
        .extracting(Failure::kind)
        .containsExactly(FailureKind.CIRCUIT_OPEN);
  }

  @Test
  default void underAnyMixOfFaultsEveryCallEndsAndEveryAttemptIsOnRecord() {
    subject()
        .restart(
            SCENARIO
                .withFaults(FaultMix.even(0.5))
                .withExtremes(
                    new Extremes(
                        Duration.ofMillis(300), Duration.ofMillis(1), 2 * MAX_ANSWER_BYTES)),
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
      subject().provider().complete(Verdicts.prompt("ämne " + number), seconds(20), recording);
    } catch (ProviderException e) {
      assertThat(e.kind()).isNotNull();
    }
  }
}
