package koalens.server.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Ends reads that take too long. The web server waits for a silent caller without end, so the
/// reading thread is interrupted, which closes its connection. Thread-safe.
final class ReadWatch implements AutoCloseable {
  private static final int LOOKS = 4;

  private final Map<Thread, Long> began = new ConcurrentHashMap<>();
  private final Duration longest;
  private final Thread watcher;

  /// @param longest how long a read may take; it is ended at the latest a quarter later
  ReadWatch(Duration longest) {
    this.longest = longest;
    this.watcher = Thread.ofVirtual().name("read-watch").start(this::watch);
  }

  /// This thread begins to read.
  void begin() {
    began.put(Thread.currentThread(), System.nanoTime());
  }

  /// This thread has read, or failed to.
  ///
  /// @return whether it had to be ended
  boolean end() {
    if (began.remove(Thread.currentThread()) != null) {
      return false;
    }
    // The interrupt is for the read alone: await it, lest it hits what comes after.
    while (!Thread.interrupted()) {
      Thread.onSpinWait();
    }
    return true;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(longest.toMillis() / LOOKS);
        began.forEach(this::endIfOverdue);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void endIfOverdue(Thread reader, Long since) {
    if (System.nanoTime() - since > longest.toNanos() && began.remove(reader, since)) {
      reader.interrupt();
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
