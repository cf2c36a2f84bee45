package koalens.backend.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import koalens.backend.provider.AttemptListener;
import koalens.backend.provider.Completion;
import koalens.backend.provider.Deadline;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.Media;
import koalens.backend.provider.ModelClient;
import koalens.backend.provider.ProviderContract;
import koalens.backend.provider.ProviderException;
import koalens.backend.provider.Resilience;
import koalens.backend.provider.ResilientProvider;
import koalens.backend.provider.Verdicts;
import koalens.backend.provider.wire.AnswerRecorder;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Outage;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.wire.ServedCall;
import org.junit.jupiter.api.Test;

class GeminiProviderTest extends ProviderContract {
  private static final int INLINE_BYTES = 1000;

  @Override
  protected Provider emulated() {
    return Provider.GEMINI;
  }

  @Override
  protected ModelClient client(String baseUrl) {
    return new GeminiClient(
        "gemini-3.8-flash",
        endpoint(baseUrl),
        new AnswerRecorder(MAX_ANSWER_BYTES, true),
        INLINE_BYTES);
  }

  @Override
  protected FailureKind kindOf(AnswerFault fault) {
    return switch (fault) {
      case BLOCKED_PROMPT -> FailureKind.BLOCKED;
      case SAFETY, BLOCKLIST, PROHIBITED_CONTENT, SPII, IMAGE_SAFETY -> FailureKind.SAFETY;
      case RECITATION -> FailureKind.RECITATION;
      default -> FailureKind.STOPPED;
    };
  }

  @Test
  void aSmallFilmTravelsInTheRequest() {
    try (var emulator = Emulator.start(Provider.GEMINI, Scenario.of(1), 0)) {
      assertThat(watched(emulator, INLINE_BYTES).answer().items()).isNotEmpty();
      assertThat(emulator.served())
          .allSatisfy(call -> assertThat(call.path()).contains("generateContent"));
    }
  }

  @Test
  void aLargeFilmIsUploadedAwaitedAndDeleted() throws InterruptedException {
    try (var emulator = Emulator.start(Provider.GEMINI, Scenario.of(1), 0)) {
      assertThat(watched(emulator, 100_000).answer().items()).isNotEmpty();
      awaitDelete(emulator);
      assertThat(emulator.served())
          .extracting(ServedCall::method)
          .startsWith("POST", "POST", "GET")
          .endsWith("POST", "DELETE");
    }
  }

  private static void awaitDelete(Emulator emulator) throws InterruptedException {
    Deadline patience = Deadline.in(Duration.ofSeconds(10));
    while (emulator.served().stream().noneMatch(call -> call.method().equals("DELETE"))
        && !patience.hasPassed()) {
      Thread.sleep(20);
    }
  }

  @Test
  void aFilmThatIsNotReadyInTimeIsUploadedOnceAndDeletedAllTheSame() throws InterruptedException {
    Scenario slow = Scenario.of(1).withFileProcessing(Duration.ofHours(1));
    try (var emulator = Emulator.start(Provider.GEMINI, slow, 0);
        var provider = new ResilientProvider(client(emulator.baseUrl()), Resilience.STANDARD)) {
      provider.complete(
          Verdicts.prompt("havre"), Deadline.in(Duration.ofSeconds(60)), AttemptListener.NONE);
      var prompt = Verdicts.prompt("havre", Media.of("video/mp4", new byte[100_000]));
      ProviderException failure =
          catchThrowableOfType(
              ProviderException.class,
              () ->
                  provider.complete(
                      prompt, Deadline.in(Duration.ofSeconds(6)), AttemptListener.NONE));
      assertThat(failure.kind()).as("says nothing about the model").isEqualTo(FailureKind.DEADLINE);
      awaitDelete(emulator);
      assertThat(emulator.served())
          .extracting(ServedCall::method)
          .startsWith("POST", "POST", "POST", "GET")
          .endsWith("DELETE");
      assertThat(emulator.served())
          .filteredOn(call -> call.path().startsWith("/upload/"))
          .hasSize(2);
    }
  }

  @Test
  void aFilmThatIsReadyForTheNextAttemptIsAnswered() {
    Scenario slow = Scenario.of(1).withFileProcessing(Duration.ofSeconds(6));
    try (var emulator = Emulator.start(Provider.GEMINI, slow, 0);
        var client = client(emulator.baseUrl())) {
      // The first call loads the SDK, which may take longer than an attempt below.
      new ResilientProvider(client, Resilience.STANDARD)
          .complete(
              Verdicts.prompt("havre"), Deadline.in(Duration.ofSeconds(60)), AttemptListener.NONE);
      var prompt = Verdicts.prompt("havre", Media.of("video/mp4", new byte[100_000]));
      Completion<Verdicts> seen =
          new ResilientProvider(client, tuned(3, 1, Duration.ofSeconds(5)))
              .complete(prompt, Deadline.in(Duration.ofSeconds(60)), AttemptListener.NONE);
      assertThat(seen.attempts()).isGreaterThan(1);
      assertThat(emulator.served())
          .filteredOn(call -> call.path().startsWith("/upload/"))
          .hasSize(2);
    }
  }

  @Test
  void aFilmThatGoogleCannotReadIsDeletedAndNotBroughtAgain() throws InterruptedException {
    Scenario failing = Scenario.of(1).withFileFaultRate(1);
    try (var emulator = Emulator.start(Provider.GEMINI, failing, 0)) {
      assertThat(failure(emulator)).isEqualTo(FailureKind.UNSUPPORTED_MEDIA);
      awaitDelete(emulator);
      assertThat(emulator.served())
          .extracting(ServedCall::method)
          .startsWith("POST", "POST", "GET")
          .endsWith("DELETE");
    }
  }

  @Test
  void anOutageHoldsForUploadsToo() {
    var outage = new Outage(Duration.ZERO, Duration.ofHours(1), ErrorFault.FORBIDDEN);
    Scenario down = Scenario.of(1).withOutages(List.of(outage));
    try (var emulator = Emulator.start(Provider.GEMINI, down, 0)) {
      assertThat(failure(emulator)).isEqualTo(FailureKind.AUTHENTICATION);
      assertThat(emulator.served())
          .allSatisfy(call -> assertThat(call.path()).startsWith("/upload/"));
    }
  }

  private FailureKind failure(Emulator emulator) {
    return catchThrowableOfType(ProviderException.class, () -> watched(emulator, 100_000)).kind();
  }

  @Test
  void aLargeFilmIsUploadedOnceHoweverOftenItIsAskedAbout() throws InterruptedException {
    try (var emulator = Emulator.start(Provider.GEMINI, Scenario.of(1), 0)) {
      emulator.failNext(ErrorFault.OVERLOADED);
      assertThat(watched(emulator, 100_000).attempts()).isEqualTo(2);
      awaitDelete(emulator);
      assertThat(emulator.served())
          .filteredOn(call -> call.path().startsWith("/upload/"))
          .hasSize(2);
      assertThat(emulator.served())
          .filteredOn(call -> call.path().contains("generateContent"))
          .hasSize(2);
    }
  }

  private Completion<Verdicts> watched(Emulator emulator, int bytes) {
    try (var provider = new ResilientProvider(client(emulator.baseUrl()), Resilience.STANDARD)) {
      return provider.complete(
          Verdicts.prompt("havre", Media.of("video/mp4", new byte[bytes])),
          Deadline.in(Duration.ofSeconds(30)),
          AttemptListener.NONE);
    }
  }
}
