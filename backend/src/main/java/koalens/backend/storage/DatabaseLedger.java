package koalens.backend.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisLedger;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.StoredAnalysis;
import org.jdbi.v3.core.JdbiException;

/// The ledger in a database. Thread-safe.
public final class DatabaseLedger implements AnalysisLedger, AutoCloseable {
  private final AnalysisTable table;
  private final BatchWriter<AnalysisRow> writer;

  /// A ledger in an open database, which stays the caller's to close.
  ///
  /// @param capacity how many analyses may wait to be kept
  /// @param patience how long one waits at most
  public DatabaseLedger(Database database, int capacity, Duration patience) {
    this.table = new AnalysisTable(database.jdbi());
    this.writer = new BatchWriter<>(table::insert, capacity, patience);
  }

  @Override
  public void append(Analysis analysis, AnalysisRequest request) {
    writer.write(AnalysisRow.of(analysis, request));
  }

  @Override
  public Optional<StoredAnalysis> find(String id) {
    return reading(() -> table.find(id));
  }

  @Override
  public long count() {
    return reading(table::count);
  }

  /// How many analyses wait to be kept.
  public int waiting() {
    return writer.waiting();
  }

  /// Whether it can keep and find analyses now.
  ///
  /// @throws LedgerException when it cannot, with the reason
  public void check() {
    if (!writer.isRunning()) {
      throw LedgerException.failed("the ledger is closed", null);
    }
    reading(() -> {
      table.probe();
      return true;
    });
  }

  private static <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (JdbiException e) {
      throw LedgerException.failed("the ledger cannot be read", e);
    }
  }

  /// Keeps what waits, then takes no more.
  @Override
  public void close() {
    writer.close();
  }
}
