package koalens.backend.provider;

import java.time.Duration;

/// How hard a provider's model is tried, and how much of it is used at once.
///
/// @param attempts requests a call may take, a repair apart; 1 and up
/// @param attemptTimeout the longest that one request may take
/// @param leastTime no further request is made with less than this left
/// @param backoff the upper bound of the random wait before the first retry; doubles with each
/// @param longestBackoff what that bound does not exceed
/// @param retryPercent how many retries are allowed for a hundred calls, in the long run
/// @param concurrentCalls requests under way at once
/// @param queueTime how long a call waits for a place among them
/// @param circuitCalls of so many requests the share of failures is watched
/// @param circuitPercent at this share the circuit opens
/// @param circuitOpen how long it stays open, unless the provider says longer
/// @param blockedTime how long it stays open after a wrong key or an unpaid bill
public record Resilience(
    int attempts,
    Duration attemptTimeout,
    Duration leastTime,
    Duration backoff,
    Duration longestBackoff,
    int retryPercent,
    int concurrentCalls,
    Duration queueTime,
    int circuitCalls,
    int circuitPercent,
    Duration circuitOpen,
    Duration blockedTime) {
  /// What holds when nothing is set.
  public static final Resilience STANDARD =
      new Resilience(
          3,
          Duration.ofSeconds(20),
          Duration.ofMillis(250),
          Duration.ofMillis(250),
          Duration.ofSeconds(5),
          10,
          32,
          Duration.ofMillis(500),
          20,
          50,
          Duration.ofSeconds(30),
          Duration.ofMinutes(5));
}
