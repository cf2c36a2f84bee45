package koalens.backend.analysis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntConsumer;
import koalens.backend.reading.LabelReader;
import org.jspecify.annotations.Nullable;

/// Lines up readings before the readers there are, first come, first served. Thread-safe.
public final class ReadingQueue implements AutoCloseable {
  private static final int SECONDS_A_READING = 5;
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final List<LabelReader> readers;
  private final Deque<LabelReader> idle;
  private final List<Thread> line = new ArrayList<>();
  private final int places;

  /// @param readers who read; each takes memory of its own once it is used
  /// @param places how many may wait
  public ReadingQueue(List<LabelReader> readers, int places) {
    this.readers = List.copyOf(readers);
    this.idle = new ArrayDeque<>(readers);
    this.places = places;
  }

  /// Waits for a reader, then uses it.
  ///
  /// @param ahead told how many are before, again and again while waiting
  /// @throws ReadingQueueFull when no place to wait is left
  /// @throws CancellationException when the thread is interrupted while waiting
  <T> T inTurn(IntConsumer ahead, Function<LabelReader, T> use) {
    enter();
    LabelReader reader = await(ahead);
    try {
      return use.apply(reader);
    } finally {
      giveBack(reader);
    }
  }

  private synchronized void enter() {
    if (line.size() >= places + idle.size()) {
      throw new ReadingQueueFull(SECONDS_A_READING * (line.size() + 1));
    }
    line.add(Thread.currentThread());
  }

  private LabelReader await(IntConsumer ahead) {
    try {
      while (true) {
        int before = before();
        ahead.accept(before);
        LabelReader reader = takeFirst();
        if (reader != null) {
          return reader;
        }
      }
    } catch (InterruptedException e) {
      throw new CancellationException("the reading was cancelled while it waited");
    } finally {
      leave();
    }
  }

  private synchronized int before() {
    int busy = readers.size() - idle.size();
    return line.indexOf(Thread.currentThread()) + (idle.isEmpty() ? busy : 0);
  }

  /// A reader when it is this thread's turn; nothing when it is not for a while.
  private synchronized @Nullable LabelReader takeFirst() throws InterruptedException {
    long until = System.nanoTime() + LOOK.toNanos();
    while (!isTurn()) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return null;
      }
      wait(left);
    }
    return idle.pop();
  }

  private boolean isTurn() {
    return !idle.isEmpty() && line.indexOf(Thread.currentThread()) == 0;
  }

  private synchronized void leave() {
    line.remove(Thread.currentThread());
    notifyAll();
  }

  private synchronized void giveBack(LabelReader reader) {
    idle.push(reader);
    notifyAll();
  }

  /// How many wait.
  synchronized int waiting() {
    return line.size();
  }

  @Override
  public void close() {
    readers.forEach(LabelReader::close);
  }
}
