package koalens.backend.analysis.advice;

import java.time.Duration;

/// What the attempts of a call came to.
///
/// @param attempts how many
/// @param joined calls of others that asked the same at the same time, awaited instead
/// @param underWay how long all of these were under way, added up
/// @param inputTokens what the model read
/// @param outputTokens what the model wrote
/// @param costMicros the list price in millionths of a US dollar, as far as known
public record Spent(
    int attempts,
    int joined,
    Duration underWay,
    long inputTokens,
    long outputTokens,
    long costMicros) {
  /// No attempt.
  public static final Spent NOTHING = new Spent(0, 0, Duration.ZERO, 0, 0, 0);

  /// A call of somebody else, awaited so long.
  static Spent joined(Duration wait) {
    return new Spent(0, 1, wait, 0, 0, 0);
  }

  /// Both together.
  public Spent and(Spent more) {
    return new Spent(
        attempts + more.attempts,
        joined + more.joined,
        underWay.plus(more.underWay),
        inputTokens + more.inputTokens,
        outputTokens + more.outputTokens,
        costMicros + more.costMicros);
  }
}
