package koalens.backend.people;

import java.time.Instant;

/// How much of a month's analyses a person used.
///
/// @param used how many
/// @param limit how many there are; 0 for no limit
/// @param resetsAt when the next month begins
public record Usage(long used, long limit, Instant resetsAt) {

  /// How many are left; 0 when there is no limit.
  public long remaining() {
    return Math.max(0, limit - used);
  }

  /// Whether none is left.
  public boolean isExhausted() {
    return limit > 0 && used >= limit;
  }
}
