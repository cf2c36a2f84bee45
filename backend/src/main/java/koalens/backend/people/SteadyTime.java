package koalens.backend.people;

import io.github.bucket4j.TimeMeter;

/// The time of day as it was when the process began, and what has passed since by a clock that
/// nobody sets: a clock that jumps gives nobody more requests, and keeps nobody out for as long as
/// it jumped back. Thread-safe.
public enum SteadyTime implements TimeMeter {
  /// The one there is, so that all buckets agree.
  INSTANCE;

  private static final long NANOS_IN_A_MILLI = 1_000_000;

  private final long beganNanos = System.currentTimeMillis() * NANOS_IN_A_MILLI;
  private final long origin = System.nanoTime();

  /// Nanoseconds since 1970, UTC.
  @Override
  public long currentTimeNanos() {
    return beganNanos + (System.nanoTime() - origin);
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
