package koalens.backend.provider;

import java.util.concurrent.Semaphore;

/// What all calls to one model share.
///
/// @param circuit whether it is asked at all
/// @param places requests under way at once
/// @param budget how many retries are left
/// @param backoff how long to wait before one
record Guards(Circuit circuit, Semaphore places, RetryBudget budget, Backoff backoff) {

  static Guards of(String name, Resilience resilience) {
    return new Guards(
        new Circuit(name, resilience),
        new Semaphore(resilience.concurrentCalls()),
        new RetryBudget(resilience.retryPercent()),
        new Backoff(resilience.backoff(), resilience.longestBackoff()));
  }
}
