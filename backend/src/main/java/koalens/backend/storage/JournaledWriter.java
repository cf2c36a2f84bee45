package koalens.backend.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import koalens.backend.analysis.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes rows into a [Journal] and lets their callers go; one thread brings what has gathered to
/// the database in one transaction while the journal takes the next rows. A row is safe from a kill
/// of the process as soon as it is in the journal: the next start brings it to the database. Where
/// others read the database too, callers wait for the commit besides, as long as the database
/// answers. Thread-safe.
final class JournaledWriter implements RowWriter {
  private static final Logger LOG = LoggerFactory.getLogger(JournaledWriter.class);

  // The longer it gathers, the less a row costs, and the later a reader of the file sees it.
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Journal journal;
  private final Consumer<List<AnalysisRow>> commit;
  private final Duration patience;
  private final boolean awaitsCommit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition progress = lock.newCondition();
  private final Thread thread;
  private List<AnalysisRow> rows = new ArrayList<>();
  private long accepted;
  private long kept;
  private boolean hurried;
  private volatile boolean closing;
  private volatile boolean failing;

  private JournaledWriter(
      Journal journal,
      Consumer<List<AnalysisRow>> commit,
      Duration patience,
      boolean awaitsCommit) {
    this.journal = journal;
    this.commit = commit;
    this.patience = patience;
    this.awaitsCommit = awaitsCommit;
    this.thread = Thread.ofPlatform().name("ledger-writer").daemon().start(this::run);
  }

  /// A running writer, after it brought to the database what an earlier process left; empty when
  /// another process has the journal.
  ///
  /// @param path where the journal lies, as in [Journal#open(Path, long)]
  /// @param size size of each of its two files in bytes
  /// @param commit brings all rows to the database or none; rows that are there already are as good
  /// @param patience how long a caller waits for room
  /// @param awaitsCommit whether a caller waits for the commit too, unless the database is gone
  static Optional<JournaledWriter> open(
      Path path,
      long size,
      Consumer<List<AnalysisRow>> commit,
      Duration patience,
      boolean awaitsCommit) {
    var apart = new CommitApart(commit);
    return Journal.open(path, size)
        .map(journal -> {
          journal.replay(apart);
          return new JournaledWriter(journal, apart, patience, awaitsCommit);
        });
  }

  @Override
  public void write(AnalysisRow row) {
    byte[] record = RowBytes.of(row);
    lock.lock();
    try {
      long deadline = System.nanoTime() + patience.toNanos();
      boolean journaled = journal.canHold(record.length);
      while (journaled && !closing && !journal.append(record)) {
        hurry();
        awaitProgress(deadline);
      }
      if (closing) {
        throw LedgerException.failed("the ledger is closed", null);
      }
      accept(row);
      if (!journaled) {
        awaitKept(accepted, deadline);
      } else if (awaitsCommit) {
        awaitCommit(accepted, deadline);
      }
    } finally {
      lock.unlock();
    }
  }

  private void accept(AnalysisRow row) {
    rows.add(row);
    accepted++;
    if (rows.size() == 1) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void settle() {
    lock.lock();
    try {
      awaitKept(accepted, System.nanoTime() + patience.toNanos());
    } finally {
      lock.unlock();
    }
  }

  private void awaitKept(long count, long deadline) {
    while (kept < count) {
      hurry();
      awaitProgress(deadline);
    }
  }

  // Its row is in the journal: when the database is gone it need not wait.
  private void awaitCommit(long count, long deadline) {
    try {
      boolean inTime = true;
      while (kept < count && inTime && !failing) {
        hurry();
        inTime = progress.awaitNanos(deadline - System.nanoTime()) > 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hurry() {
    hurried = true;
    LockSupport.unpark(thread);
  }

  @SuppressWarnings("WaitNotInLoop") // its callers loop
  private void awaitProgress(long deadline) {
    try {
      if (failing || progress.awaitNanos(deadline - System.nanoTime()) <= 0) {
        throw LedgerException.overloaded("the ledger took too long to keep the analysis");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LedgerException.failed("interrupted before the analysis was kept", e);
    }
  }

  private void run() {
    while (!closing || waiting() > 0) {
      gather();
      List<AnalysisRow> gathered = swap();
      if (!gathered.isEmpty()) {
        if (!keep(gathered)) {
          return;
        }
        finished(gathered.size());
      }
    }
  }

  private void gather() {
    while (waiting() == 0 && !closing) {
      LockSupport.park(this);
    }
    long until = System.nanoTime() + GATHER_NANOS;
    while (!isHurried() && System.nanoTime() < until) {
      LockSupport.parkNanos(this, until - System.nanoTime());
    }
  }

  private boolean isHurried() {
    lock.lock();
    try {
      return hurried || closing;
    } finally {
      lock.unlock();
    }
  }

  private List<AnalysisRow> swap() {
    lock.lock();
    try {
      List<AnalysisRow> gathered = rows;
      rows = new ArrayList<>(gathered.size());
      journal.swap();
      hurried = false;
      progress.signalAll();
      return gathered;
    } finally {
      lock.unlock();
    }
  }

  // Their callers have been answered, so it tries until it succeeds; when it is closed before, the
  // journal has them for the next start.
  private boolean keep(List<AnalysisRow> gathered) {
    while (true) {
      try {
        commit.accept(gathered);
        failing = false;
        return true;
      } catch (RuntimeException e) {
        fail(gathered.size(), e);
        if (closing) {
          return false;
        }
        LockSupport.parkNanos(this, RETRY_NANOS);
      }
    }
  }

  private void fail(int analyses, RuntimeException fault) {
    LOG.atError().addKeyValue("analyses", analyses).setCause(fault).log("not kept yet");
    lock.lock();
    try {
      failing = true;
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void finished(int count) {
    lock.lock();
    try {
      journal.clearSpare();
      kept += count;
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int waiting() {
    lock.lock();
    try {
      return (int) (accepted - kept);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isWorking() {
    return thread.isAlive() && !closing && !failing;
  }

  @Override
  public void close() {
    if (!stopTaking()) {
      return;
    }
    try {
      thread.join(patience);
      release();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the ledger's journal could not be closed", e);
    }
  }

  private boolean stopTaking() {
    lock.lock();
    try {
      boolean first = !closing;
      closing = true;
      hurry();
      return first;
    } finally {
      lock.unlock();
    }
  }

  // Files that still hold rows, or that the thread may still use, stay.
  private void release() throws IOException {
    if (waiting() == 0) {
      journal.remove();
    } else if (!thread.isAlive()) {
      journal.close();
    }
  }
}
