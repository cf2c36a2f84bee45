package koalens.backend.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

/// Writes rows into one of two [JournalFile]s and lets their callers go; one thread brings what has
/// gathered to the database in one transaction while the other file takes the next rows. A row is
/// safe from a kill of the process as soon as it is in the file: the next start brings it to the
/// database. Where others read the database too, callers wait for the commit besides, as long as
/// the database answers. Thread-safe.
final class JournaledWriter implements RowWriter {
  private static final Logger LOG = LoggerFactory.getLogger(JournaledWriter.class);

  // The longer it gathers, the less a row costs, and the later a reader of the file sees it.
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LEAST = 8;
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Consumer<List<AnalysisRow>> commit;
  private final Duration patience;
  private final boolean awaitsCommit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition progress = lock.newCondition();
  private final Thread thread;
  private JournalFile taking;
  private JournalFile spare;
  private List<AnalysisRow> rows = new ArrayList<>();
  private long accepted;
  private long kept;
  private boolean hurried;
  private volatile boolean closing;
  private volatile boolean failing;

  private JournaledWriter(
      JournalFile taking,
      JournalFile spare,
      Consumer<List<AnalysisRow>> commit,
      Duration patience,
      boolean awaitsCommit) {
    this.taking = taking;
    this.spare = spare;
    this.commit = commit;
    this.patience = patience;
    this.awaitsCommit = awaitsCommit;
    this.thread = Thread.ofPlatform().name("ledger-writer").daemon().start(this::run);
  }

  /// A running writer, after it brought to the database what an earlier process left; empty when
  /// another process has the journal.
  ///
  /// @param path where the journal lies: `.0` and `.1` are added
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
    return files(path, size)
        .map(files -> {
          files.forEach(file -> replay(file, commit));
          return new JournaledWriter(
              files.getFirst(), files.getLast(), commit, patience, awaitsCommit);
        });
  }

  /// Brings to the database what an earlier process left, and removes its journal; leaves alone
  /// what another process has.
  static void recover(Path path, Consumer<List<AnalysisRow>> commit) {
    for (Path file : List.of(file(path, 0), file(path, 1))) {
      if (Files.exists(file)) {
        recoverFile(file, commit);
      }
    }
  }

  private static void recoverFile(Path path, Consumer<List<AnalysisRow>> commit) {
    try {
      Optional<JournalFile> left = openWhole(path, LEAST);
      if (left.isPresent()) {
        replay(left.get(), commit);
        left.get().remove();
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static Optional<List<JournalFile>> files(Path path, long size) {
    try {
      Optional<JournalFile> first = openWhole(file(path, 0), size);
      return first.isEmpty()
          ? Optional.empty()
          : Optional.of(List.of(first.get(), openWhole(file(path, 1), size).orElseThrow()));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  // A file that an earlier process made larger may hold rows beyond the size.
  private static Optional<JournalFile> openWhole(Path path, long size) throws IOException {
    return JournalFile.open(path, Files.exists(path) ? Math.max(Files.size(path), size) : size);
  }

  private static UncheckedIOException unusable(IOException fault) {
    return new UncheckedIOException("the ledger's journal cannot be opened", fault);
  }

  private static Path file(Path path, int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  private static void replay(JournalFile file, Consumer<List<AnalysisRow>> commit) {
    List<AnalysisRow> left = file.records().stream().map(RowBytes::read).toList();
    if (!left.isEmpty()) {
      commit.accept(left);
      LOG.atWarn().addKeyValue("analyses", left.size()).log("kept what a killed process left");
    }
    file.clear();
  }

  @Override
  public void write(AnalysisRow row) {
    byte[] record = RowBytes.of(row);
    lock.lock();
    try {
      long deadline = System.nanoTime() + patience.toNanos();
      boolean journaled = taking.canHold(record.length);
      while (journaled && !closing && !taking.append(record)) {
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
      JournalFile filled = taking;
      taking = spare;
      spare = filled;
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
        if (e instanceof LedgerException fault && fault.isRefusal()) {
          return keepApart(gathered, fault);
        }
        fail(gathered.size(), e);
        if (closing) {
          return false;
        }
        LockSupport.parkNanos(this, RETRY_NANOS);
      }
    }
  }

  // One row that the database will never take must not hold up the others.
  private boolean keepApart(List<AnalysisRow> gathered, LedgerException fault) {
    if (gathered.size() > 1) {
      return gathered.stream().allMatch(row -> keep(List.of(row)));
    }
    LOG.atError().addKeyValue("analysis", gathered.getFirst().id()).setCause(fault).log("lost");
    return true;
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
      spare.clear();
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
    for (JournalFile file : List.of(taking, spare)) {
      if (waiting() == 0) {
        file.remove();
      } else if (!thread.isAlive()) {
        file.close();
      }
    }
  }
}
