package koalens.backend.provider;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long to wait before trying again: a random time, so that callers do not come back together,
/// and at least what the provider asks for.
///
/// @param first the upper bound before the second attempt
/// @param longest what the bound does not exceed
record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;

  /// The wait after a failure.
  ///
  /// @param attempt the number of the attempt that failed, 1 and up
  Duration after(int attempt, Failure failure) {
    long bound = first.toNanos() << Math.min(attempt - 1, MOST_DOUBLINGS);
    long most = Math.clamp(bound, 0, longest.toNanos());
    Duration drawn = Duration.ofNanos(ThreadLocalRandom.current().nextLong(most + 1));
    Duration asked = failure.retryAfter().orElse(Duration.ZERO);
    return asked.compareTo(drawn) > 0 ? asked : drawn;
  }
}
