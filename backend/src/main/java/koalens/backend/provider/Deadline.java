package koalens.backend.provider;

import java.time.Duration;

/// The moment until which an answer is of use, on this process's own clock.
public final class Deadline {
  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// A deadline that far from now.
  public static Deadline in(Duration budget) {
    return new Deadline(System.nanoTime() + budget.toNanos());
  }

  /// What is left of it; zero when it has passed.
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /// Whether it has passed.
  public boolean hasPassed() {
    return remaining().isZero();
  }

  /// One that is so much before this.
  public Deadline earlier(Duration margin) {
    return new Deadline(nanoTime - margin.toNanos());
  }

  /// This one, or one that far from now, whichever comes first.
  public Deadline atMost(Duration limit) {
    return remaining().compareTo(limit) <= 0 ? this : in(limit);
  }
}
