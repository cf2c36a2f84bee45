package koalens.backend.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Stops asking a model that does not answer. Thread-safe.
final class Circuit {
  private static final int TRIALS = 3;

  private final CircuitBreaker breaker;
  private final Duration blockedTime;

  Circuit(String name, Resilience resilience) {
    this.blockedTime = resilience.blockedTime();
    this.breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindow(
                    resilience.circuitCalls(),
                    Math.ceilDiv(resilience.circuitCalls(), 2),
                    CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(resilience.circuitPercent())
                .waitDurationInOpenState(resilience.circuitOpen())
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .build());
  }

  /// Whether a request may go out. If so, exactly one of the other methods must follow.
  boolean admits() {
    return breaker.tryAcquirePermission();
  }

  /// The request was not made, or nobody waited for it.
  void unused() {
    breaker.releasePermission();
  }

  /// The provider did its part.
  void worked() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  /// The request failed.
  void failed(ProviderException failure) {
    switch (failure.kind()) {
      case RATE_LIMITED,
          OVERLOADED,
          SERVER_ERROR,
          CONNECTION,
          TIMEOUT,
          MALFORMED_ANSWER,
          OVERSIZED_ANSWER ->
          breaker.onError(0, TimeUnit.NANOSECONDS, failure);
      case QUOTA_EXHAUSTED ->
          open(failure.failure().retryAfter().filter(Duration::isPositive).orElse(blockedTime));
      case AUTHENTICATION, BILLING -> open(blockedTime);
      case BLOCKED,
          REFUSED,
          SAFETY,
          RECITATION,
          TRUNCATED,
          STOPPED,
          SCHEMA_INVALID,
          INVALID_REQUEST,
          UNSUPPORTED_MEDIA,
          TOO_LARGE,
          MODEL_NOT_FOUND ->
          worked();
      case DEADLINE, CANCELLED, CIRCUIT_OPEN, BULKHEAD_FULL -> unused();
    }
  }

  CircuitState state() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> CircuitState.OPEN;
      case HALF_OPEN -> CircuitState.HALF_OPEN;
      case CLOSED, DISABLED, METRICS_ONLY -> CircuitState.CLOSED;
    };
  }

  private void open(Duration time) {
    breaker.releasePermission();
    breaker.transitionToOpenStateFor(time);
  }
}
