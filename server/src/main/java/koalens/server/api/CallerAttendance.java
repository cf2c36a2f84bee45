package koalens.server.api;

import io.helidon.common.buffers.DataReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import koalens.backend.analysis.advice.Attendance;
import org.jspecify.annotations.Nullable;

/// Whether the caller at the other end of a connection still waits. While something is done for it,
/// its connection is read ahead: what comes belongs to its next request, an end means that it left.
/// A caller that closes its sending side alone counts as gone, too.
///
/// For the connection's own thread.
final class CallerAttendance implements Attendance {
  private final DataReader arriving;
  private final DataReader reader = DataReader.create(this::next);
  private @Nullable CompletableFuture<byte[]> ahead;

  /// @param arriving what the caller sends
  CallerAttendance(DataReader arriving) {
    this.arriving = arriving;
  }

  /// What the caller sends, including what was read ahead.
  DataReader reader() {
    return reader;
  }

  @Override
  public <T> T during(Supplier<T> work) {
    // Whoever has sent the next request already is there.
    if (reader.available() > 0 || arriving.available() > 0) {
      return work.get();
    }
    var waiting = new Waiting(Thread.currentThread());
    var _ =
        readAhead()
            .whenComplete((bytes, failure) -> {
              if (bytes == null || failure != null) {
                waiting.leave();
              }
            });
    try {
      return work.get();
    } finally {
      waiting.end();
    }
  }

  private CompletableFuture<byte[]> readAhead() {
    CompletableFuture<byte[]> known = ahead;
    if (known != null) {
      return known;
    }
    var reading = new CompletableFuture<byte[]>();
    ahead = reading;
    Thread.ofVirtual()
        .name("caller-attendance")
        .start(() -> {
          try {
            reading.complete(pull());
          } catch (RuntimeException e) {
            reading.completeExceptionally(e);
          }
        });
    return reading;
  }

  private byte @Nullable [] next() {
    CompletableFuture<byte[]> read = ahead;
    if (read == null) {
      return pull();
    }
    ahead = null;
    try {
      return read.get();
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  // Nothing stands for the end, as in Helidon's own suppliers.
  private byte @Nullable [] pull() {
    try {
      arriving.ensureAvailable();
      return arriving.readBytes(arriving.available());
    } catch (DataReader.InsufficientDataAvailableException e) {
      return null;
    }
  }

  private static final class Waiting {
    private final Thread thread;
    private boolean over;
    private boolean left;

    Waiting(Thread thread) {
      this.thread = thread;
    }

    synchronized void leave() {
      if (!over) {
        left = true;
        thread.interrupt();
      }
    }

    synchronized void end() {
      over = true;
      if (left) {
        Thread.interrupted();
      }
    }
  }
}
