package koalens.backend.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Deletes analyses that are older than they may get; favourites stay. Thread-safe.
public final class Retention {
  private final HistoryStore history;
  private final Duration longest;
  private final Clock clock;
  private final Instant began;
  private final long origin = System.nanoTime();

  /// @param longest how long an analysis is kept
  public Retention(HistoryStore history, Duration longest, Clock clock) {
    this.history = history;
    this.longest = longest;
    this.clock = clock;
    this.began = clock.instant();
  }

  /// Deletes what is too old now.
  ///
  /// @return how many analyses
  /// @throws koalens.backend.analysis.LedgerException when the database cannot be asked
  public int deleteOld() {
    return history.deleteBefore(now().minus(longest));
  }

  // A clock that jumps ahead must not take everybody's history with it.
  private Instant now() {
    Instant told = clock.instant();
    Instant passed = began.plusNanos(System.nanoTime() - origin);
    return told.isBefore(passed) ? told : passed;
  }
}
