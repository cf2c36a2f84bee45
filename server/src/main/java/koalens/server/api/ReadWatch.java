package koalens.server.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Ends reads that take too long, or in which nothing comes for too long. The web server waits for
/// a silent caller without end, so the reading thread is interrupted, which closes its connection.
/// Thread-safe.
final class ReadWatch implements AutoCloseable {
  private static final int LOOKS = 4;

  private final Map<Thread, Read> reads = new ConcurrentHashMap<>();
  private final Duration longest;
  private final Duration silence;
  private final Thread watcher;

  /// @param longest how long a read may take
  /// @param silence how long nothing may come; no longer than that. A read is ended at the latest a
  ///   quarter of it later
  ReadWatch(Duration longest, Duration silence) {
    this.longest = longest;
    this.silence = silence;
    this.watcher = Thread.ofVirtual().name("read-watch").start(this::watch);
  }

  private static final class Read {
    private final long began = System.nanoTime();
    private volatile long heard = began;
  }

  /// This thread begins to read.
  void begin() {
    reads.put(Thread.currentThread(), new Read());
  }

  /// Something has come for this thread.
  void heard() {
    Read read = reads.get(Thread.currentThread());
    if (read != null) {
      read.heard = System.nanoTime();
    }
  }

  /// This thread has read, or failed to.
  ///
  /// @return whether it had to be ended
  boolean end() {
    if (reads.remove(Thread.currentThread()) != null) {
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
        Thread.sleep(silence.toMillis() / LOOKS);
        reads.forEach(this::endIfOverdue);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void endIfOverdue(Thread reader, Read read) {
    long now = System.nanoTime();
    boolean overdue = now - read.began > longest.toNanos() || now - read.heard > silence.toNanos();
    if (overdue && reads.remove(reader, read)) {
      reader.interrupt();
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
