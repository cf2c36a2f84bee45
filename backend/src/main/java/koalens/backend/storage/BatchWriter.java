package koalens.backend.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import koalens.backend.analysis.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a caller go when its row is committed: one thread commits what has gathered in one
/// transaction, then lets those go who waited for it. Thread-safe.
final class BatchWriter implements RowWriter {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

  // Waiting without end would need an interrupt to stop, and that could hit a commit.
  private static final long LOOK_UP_MS = 100;

  private final BlockingQueue<Pending> queue;
  private final Consumer<List<AnalysisRow>> commit;
  private final Duration patience;
  private final Thread thread;
  private volatile boolean closing;

  private record Pending(AnalysisRow row, CompletableFuture<Boolean> kept) {}

  /// A running writer.
  ///
  /// @param commit keeps all rows or none, and returns when they are safe
  /// @param capacity how many rows may wait
  /// @param patience how long a caller waits for its row
  BatchWriter(Consumer<List<AnalysisRow>> commit, int capacity, Duration patience) {
    this.commit = commit;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.patience = patience;
    this.thread = Thread.ofPlatform().name("ledger-writer").daemon().start(this::run);
  }

  @Override
  public void write(AnalysisRow row) {
    var pending = new Pending(row, new CompletableFuture<Boolean>());
    if (closing) {
      throw LedgerException.failed("the ledger is closed", null);
    }
    if (!queue.offer(pending)) {
      throw LedgerException.overloaded("too many analyses are waiting to be kept");
    }
    await(pending.kept());
  }

  private void await(CompletableFuture<Boolean> kept) {
    try {
      kept.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw LedgerException.overloaded("the ledger took too long to keep the analysis");
    } catch (ExecutionException e) {
      throw LedgerException.failed("the analysis could not be kept", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LedgerException.failed("interrupted before the analysis was kept", e);
    }
  }

  private void run() {
    while (!closing || !queue.isEmpty()) {
      List<Pending> gathered = gather();
      if (!gathered.isEmpty()) {
        keep(gathered);
      }
    }
  }

  private List<Pending> gather() {
    var gathered = new ArrayList<Pending>();
    try {
      Pending first = queue.poll(LOOK_UP_MS, TimeUnit.MILLISECONDS);
      if (first != null) {
        gathered.add(first);
        queue.drainTo(gathered);
      }
    } catch (InterruptedException e) {
      closing = true;
    }
    return gathered;
  }

  private void keep(List<Pending> gathered) {
    try {
      commit.accept(gathered.stream().map(Pending::row).toList());
      gathered.forEach(pending -> pending.kept().complete(true));
    } catch (RuntimeException e) {
      refuse(gathered, e);
    }
  }

  // One row that the database refuses must not take the others with it.
  private void refuse(List<Pending> gathered, RuntimeException fault) {
    if (gathered.size() == 1) {
      LOG.error("an analysis could not be kept", fault);
      gathered.getFirst().kept().completeExceptionally(fault);
    } else {
      gathered.forEach(pending -> keep(List.of(pending)));
    }
  }

  // Nobody who wrote before was let go before its row was committed.
  @Override
  public void settle() {}

  @Override
  public int waiting() {
    return queue.size();
  }

  @Override
  public boolean isWorking() {
    return thread.isAlive() && !closing;
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
