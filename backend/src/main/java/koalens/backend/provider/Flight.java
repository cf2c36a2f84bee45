package koalens.backend.provider;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A call under way on a thread of its own. When nobody waits for it any more, it is interrupted.
///
/// @param <V> what it returns
final class Flight<V> {
  private final CompletableFuture<V> result = new CompletableFuture<>();
  private final Thread thread;
  private int waiting = 1;

  private Flight(Callable<V> call, Consumer<Flight<V>> landed) {
    this.thread = Thread.ofVirtual().name("provider-call").unstarted(() -> run(call, landed));
  }

  /// Starts it, with one waiting.
  ///
  /// @param landed run when it is over, before anyone gets its result
  static <V> Flight<V> start(Callable<V> call, Consumer<Flight<V>> landed) {
    var flight = new Flight<>(call, landed);
    flight.thread.start();
    return flight;
  }

  /// One more waits, unless it is over or given up.
  synchronized boolean join() {
    if (waiting == 0 || result.isDone()) {
      return false;
    }
    waiting++;
    return true;
  }

  /// Waits for the result. Whoever waits no longer, at the deadline or interrupted, has left.
  V await(Deadline deadline) throws InterruptedException, TimeoutException, ExecutionException {
    try {
      return result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      leave();
    }
  }

  private synchronized void leave() {
    waiting--;
    if (waiting == 0 && !result.isDone()) {
      thread.interrupt();
    }
  }

  private void run(Callable<V> call, Consumer<Flight<V>> landed) {
    try {
      V value = call.call();
      landed.accept(this);
      result.complete(value);
    } catch (Throwable thrown) {
      landed.accept(this);
      result.completeExceptionally(thrown);
    }
  }
}
