package koalens.backend.provider;

/// Keeps retries a small part of all calls, so that a provider in trouble does not get more of
/// them. Thread-safe.
final class RetryBudget {
  private static final double RESERVE = 10;
  private static final double MOST = 100;

  private final double earned;
  private double balance = RESERVE;

  /// Earns that share of a retry with each call; a few are there from the start.
  RetryBudget(int percent) {
    this.earned = percent / 100.0;
  }

  synchronized void earn() {
    balance = Math.min(MOST, balance + earned);
  }

  synchronized boolean spend() {
    if (balance < 1) {
      return false;
    }
    balance -= 1;
    return true;
  }
}
