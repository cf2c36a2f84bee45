package koalens.backend.storage;

import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.advice.AiLedger;
import koalens.backend.analysis.advice.AiLine;
import koalens.backend.analysis.advice.AiLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lines of the AI log in a database. One thread brings what has gathered there in one transaction;
/// nobody waits for it. What gathers while the database is gone waits, up to a bound; what comes
/// then is lost here, counted, and in the log alone. Thread-safe.
public final class DatabaseAiLedger implements AiLedger, AiLines, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAiLedger.class);
  private static final int MOST_WAITING = 20_000;
  private static final int MOST_AT_ONCE = 1_000;
  private static final long LOOK_UP_MS = 100;
  // An analysis writes two lines a moment apart; a transaction costs ten times what a line does.
  private static final long GATHER_MS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Database database;
  private final AiLineTable table;
  private final BlockingQueue<AiLine> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;

  private DatabaseAiLedger(Database database) {
    this.database = database;
    this.table = new AiLineTable(database);
    this.thread = Thread.ofPlatform().name("ai-ledger-writer").daemon().start(this::run);
  }

  /// In an open database, which stays the caller's to close.
  public static DatabaseAiLedger open(Database database) {
    return new DatabaseAiLedger(database);
  }

  /// The lines kept in a database that is only read: no schema is changed, no file made.
  ///
  /// @throws LedgerException when there are none to be read
  public static InputStream read(DatabaseAddress address) {
    if (address instanceof DatabaseAddress.SqliteFile(var file) && !Files.exists(file)) {
      throw LedgerException.failed("there is no database " + file, null);
    }
    DataSource source =
        switch (address) {
          case DatabaseAddress.SqliteFile(var file) -> SqliteSource.reading(file);
          case DatabaseAddress.PostgresServer server -> PostgresSource.of(server);
        };
    return AiLineStream.open(() -> inTransaction(source), Optional.empty());
  }

  private static Connection inTransaction(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public void keep(AiLine line) {
    if (!closing && waiting.offer(line)) {
      taken.incrementAndGet();
    } else if (lost.getAndIncrement() == 0) {
      LOG.warn("lines of the AI log are not kept in the database, which is behind: see the log");
    }
  }

  /// How many lines were not kept since the start.
  public long lost() {
    return lost.get();
  }

  private void run() {
    var gathered = new ArrayList<AiLine>();
    while (!closing || !waiting.isEmpty()) {
      if (gather(gathered)) {
        bring(gathered);
        gathered.clear();
      }
    }
  }

  private boolean gather(List<AiLine> gathered) {
    try {
      AiLine first = waiting.poll(LOOK_UP_MS, TimeUnit.MILLISECONDS);
      if (first != null) {
        gathered.add(first);
        letGather();
        waiting.drainTo(gathered, MOST_AT_ONCE - 1);
      }
    } catch (InterruptedException e) {
      closing = true;
    }
    return !gathered.isEmpty();
  }

  private void letGather() throws InterruptedException {
    if (!closing && waiting.size() < MOST_AT_ONCE) {
      Thread.sleep(GATHER_MS);
    }
  }

  private void bring(List<AiLine> gathered) {
    while (!isSettled(gathered)) {
      pause();
    }
    done.addAndGet(gathered.size());
  }

  // Nothing is tried for ever: what the database never takes is lost, and at the end all that
  // waits.
  private boolean isSettled(List<AiLine> lines) {
    try {
      table.insert(lines);
      return true;
    } catch (LedgerException e) {
      if (e.isRefusal() && lines.size() > 1) {
        int half = lines.size() / 2;
        return isSettled(lines.subList(0, half)) && isSettled(lines.subList(half, lines.size()));
      }
      boolean isOver = closing || e.isRefusal();
      if (isOver) {
        lost.addAndGet(lines.size());
        LOG.warn("{} lines of the AI log are not kept in the database", lines.size(), e);
      }
      return isOver;
    }
  }

  private void pause() {
    try {
      Thread.sleep(LOOK_UP_MS * 5);
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  /// Returns when all lines kept before are in the database, or after some seconds.
  public void settle() {
    long wanted = taken.get();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (done.get() < wanted && System.nanoTime() < end) {
      Thread.onSpinWait();
      sleepShortly();
    }
  }

  private static void sleepShortly() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public InputStream lines(String version) {
    settle();
    return table.lines(Optional.of(version));
  }

  @Override
  public List<String> versions() {
    settle();
    return database.sql().ask(AiLineTable::versions);
  }

  /// Keeps what waits, then takes no more.
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
