package koalens.backend.configure;

import java.time.Duration;
import koalens.backend.provider.Resilience;

/// Reads how much is asked of providers and taken from them.
///
/// @param reader reads single variables and gathers the faults
record ProviderSettingsReader(SettingsReader reader) {

  ProviderSettings settings() {
    return new ProviderSettings(
        resilience(),
        reader.integer(Variable.AI_MAX_ANSWER_BYTES, 1_024, 104_857_600),
        reader.integer(Variable.GEMINI_INLINE_BYTES, 0, 104_857_600));
  }

  private Resilience resilience() {
    return new Resilience(
        reader.integer(Variable.AI_ATTEMPTS, 1, 10),
        millis(Variable.AI_ATTEMPT_TIMEOUT_MS, 100, 600_000),
        millis(Variable.AI_LEAST_TIME_MS, 0, 600_000),
        millis(Variable.AI_BACKOFF_MS, 0, 60_000),
        millis(Variable.AI_LONGEST_BACKOFF_MS, 0, 600_000),
        reader.integer(Variable.AI_RETRY_PERCENT, 0, 100),
        reader.integer(Variable.AI_CONCURRENT_CALLS, 1, 100_000),
        millis(Variable.AI_QUEUE_MS, 0, 600_000),
        reader.integer(Variable.AI_CIRCUIT_CALLS, 2, 10_000),
        reader.integer(Variable.AI_CIRCUIT_PERCENT, 1, 100),
        millis(Variable.AI_CIRCUIT_OPEN_MS, 10, 3_600_000),
        millis(Variable.AI_BLOCKED_MS, 10, 86_400_000));
  }

  private Duration millis(Variable variable, int least, int most) {
    return Duration.ofMillis(reader.integer(variable, least, most));
  }
}
