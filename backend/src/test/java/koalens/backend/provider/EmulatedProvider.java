package koalens.backend.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import koalens.backend.provider.wire.Endpoint;
import koalens.emulator.Emulator;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.Extremes;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;
import koalens.emulator.scenario.VeganStatus;
import koalens.emulator.wire.ServedCall;

/// A provider's model that is asked, and the emulator that answers for it.
final class EmulatedProvider {
  static final String KEY = "sk-secret-0123456789";
  static final int MAX_ANSWER_BYTES = 1 << 20;
  static final Scenario SCENARIO =
      Scenario.of(7)
          .withExtremes(
              new Extremes(Duration.ofSeconds(90), Duration.ofMillis(50), 4 * MAX_ANSWER_BYTES))
          .withTruth(
              Truth.of(Map.of("karmin", VeganStatus.NON_VEGAN, "havre", VeganStatus.VEGAN), 0));
  static final Resilience ONCE = tuned(1, 50);

  private final koalens.emulator.Provider emulated;
  private final Function<String, ModelClient> clients;
  private final Function<AnswerFault, FailureKind> kinds;
  private Emulator emulator;
  private Provider provider;

  /// One that answers.
  ///
  /// @param clients makes a client for a base URL
  /// @param kinds what a fault of an answer comes to
  EmulatedProvider(
      koalens.emulator.Provider emulated,
      Function<String, ModelClient> clients,
      Function<AnswerFault, FailureKind> kinds) {
    this.emulated = emulated;
    this.clients = clients;
    this.kinds = kinds;
    this.emulator = Emulator.start(emulated, SCENARIO, 0);
    this.provider = new ResilientProvider(client(emulator.baseUrl()), ONCE);
    warmUp();
  }

  // The first call loads the provider's SDK, which takes its time.
  private void warmUp() {
    provider.complete(Verdicts.prompt("havre"), seconds(120), AttemptListener.NONE);
  }

  void restart(Scenario scenario, Resilience resilience) {
    stop();
    emulator = Emulator.start(emulated, scenario, 0);
    provider = new ResilientProvider(client(emulator.baseUrl()), resilience);
    warmUp();
  }

  /// The same, asked more or less hard.
  void replace(Resilience resilience) {
    provider.close();
    provider = new ResilientProvider(client(emulator.baseUrl()), resilience);
  }

  void stop() {
    provider.close();
    emulator.close();
  }

  Emulator emulator() {
    return emulator;
  }

  Provider provider() {
    return provider;
  }

  ModelClient client(String baseUrl) {
    return clients.apply(baseUrl);
  }

  FailureKind kindOf(AnswerFault fault) {
    return kinds.apply(fault);
  }

  static Endpoint endpoint(String baseUrl) {
    return new Endpoint(baseUrl, KEY, 32);
  }

  static Resilience tuned(int attempts, int concurrentCalls) {
    return tuned(attempts, concurrentCalls, Duration.ofSeconds(60));
  }

  static Resilience tuned(int attempts, int concurrentCalls, Duration attemptTimeout) {
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

  static Deadline seconds(int seconds) {
    return Deadline.in(Duration.ofSeconds(seconds));
  }

  /// How a question about cochineal ends; empty when it is answered.
  Optional<FailureKind> kind(AttemptListener listener, Deadline deadline) {
    try {
      provider.complete(Verdicts.prompt("karmin"), deadline, listener);
      return Optional.empty();
    } catch (ProviderException e) {
      assertThat(e).hasMessageNotContaining(KEY).hasMessageNotContaining("karmin");
      return Optional.of(e.kind());
    }
  }

  ProviderException failure(Prompt<Verdicts> prompt, Deadline deadline) {
    return catchThrowableOfType(
        ProviderException.class, () -> provider.complete(prompt, deadline, AttemptListener.NONE));
  }

  // The emulator notes a call when its answer is out, which the caller may have read before.
  List<ServedCall> servedAtLeast(int calls) {
    Deadline patience = seconds(10);
    while (emulator.served().size() < calls && !patience.hasPassed()) {
      Thread.onSpinWait();
    }
    return emulator.served();
  }
}
