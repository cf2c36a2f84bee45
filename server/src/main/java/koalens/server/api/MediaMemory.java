package koalens.server.api;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// The memory that photos and films may take while they arrive, wait and are read. Who finds too
/// little left is told so before anything of the body is read. Thread-safe.
final class MediaMemory {
  private static final int SECONDS_UNTIL_SOME_IS_FREE = 5;

  private final int largest;
  private final Semaphore free;

  /// @param bytes how many there are; at least one body always has room
  /// @param largest the largest body, in bytes
  MediaMemory(int bytes, int largest) {
    this.largest = largest;
    this.free = new Semaphore(Math.max(bytes, largest));
  }

  /// Memory for one body, until it is closed.
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /// Takes what the call's body needs: as it is announced, else as for the largest.
  ///
  /// @throws ProblemException when too little is left
  Held hold(Call call) {
    int bytes = Math.clamp(call.request().headers().contentLength().orElse(largest), 0, largest);
    if (!free.tryAcquire(bytes)) {
      throw Failures.overloaded(
          "too many photos and films arrive at once", SECONDS_UNTIL_SOME_IS_FREE);
    }
    var held = new AtomicBoolean(true);
    return () -> {
      if (held.compareAndSet(true, false)) {
        free.release(bytes);
      }
    };
  }
}
