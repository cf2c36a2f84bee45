package koalens.server.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Ends reads and writes that take too long, or in which nothing comes for too long. The web server
/// waits for a silent caller without end, so the thread is interrupted, which closes its
/// connection. Thread-safe.
final class TransferWatch implements AutoCloseable {
  private static final int LOOKS = 4;

  private final Map<Thread, Transfer> transfers = new ConcurrentHashMap<>();
  private final Duration longest;
  private final Duration silence;
  private final Thread watcher;

  /// @param longest how long one may take
  /// @param silence how long nothing may come; no longer than that. One is ended at the latest a
  ///   quarter of it later
  TransferWatch(Duration longest, Duration silence) {
    this.longest = longest;
    this.silence = silence;
    this.watcher = Thread.ofVirtual().name("transfer-watch").start(this::watch);
  }

  private static final class Transfer {
    private final long began = System.nanoTime();
    private volatile long heard = began;
  }

  /// This thread begins to read or write.
  void begin() {
    transfers.put(Thread.currentThread(), new Transfer());
  }

  /// Something has come for this thread.
  void heard() {
    Transfer transfer = transfers.get(Thread.currentThread());
    if (transfer != null) {
      transfer.heard = System.nanoTime();
    }
  }

  /// This thread has read or written, or failed to.
  ///
  /// @return whether it had to be ended
  boolean end() {
    if (transfers.remove(Thread.currentThread()) != null) {
      return false;
    }
    // The interrupt is for the transfer alone: await it, lest it hits what comes after.
    while (!Thread.interrupted()) {
      Thread.onSpinWait();
    }
    return true;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(silence.toMillis() / LOOKS);
        transfers.forEach(this::endIfOverdue);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void endIfOverdue(Thread thread, Transfer transfer) {
    long now = System.nanoTime();
    boolean overdue =
        now - transfer.began > longest.toNanos() || now - transfer.heard > silence.toNanos();
    if (overdue && transfers.remove(thread, transfer)) {
      thread.interrupt();
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
