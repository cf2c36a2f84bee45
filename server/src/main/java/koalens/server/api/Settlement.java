package koalens.server.api;

import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which status a streamed answer comes to, told once to all who wait for it. For one thread.
final class Settlement implements IntConsumer, AutoCloseable {
  /// What an answer comes to whose caller left before its end, as many servers have it.
  static final int CALLER_GONE = 499;

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final List<IntConsumer> waiting;
  private int status;

  Settlement(List<IntConsumer> waiting) {
    this.waiting = List.copyOf(waiting);
  }

  /// Settles it, if nothing has yet.
  @Override
  public void accept(int settled) {
    if (status == 0) {
      status = settled;
      waiting.forEach(this::tell);
    }
  }

  // The caller waits for the end, whatever becomes of the books.
  private void tell(IntConsumer one) {
    try {
      one.accept(status);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("not settled");
    }
  }

  /// What it came to; 0 before.
  int status() {
    return status;
  }

  /// The answer is over: where it had no end, its caller is gone.
  @Override
  public void close() {
    accept(CALLER_GONE);
  }
}
