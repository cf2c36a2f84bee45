package koalens.backend.storage;

import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisLedger;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.StoredAnalysis;

/// The ledger in a database. Thread-safe.
public final class DatabaseLedger implements AnalysisLedger, AutoCloseable {
  private final AnalysisTable table;
  private final RowWriter writer;

  private DatabaseLedger(AnalysisTable table, RowWriter writer) {
    this.table = table;
    this.writer = writer;
  }

  /// A ledger in an open database, which stays the caller's to close. What a killed process left in
  /// the journal is in the database when this returns.
  public static DatabaseLedger open(Database database, LedgerOptions options) {
    var table = new AnalysisTable(database);
    return new DatabaseLedger(table, new RowWriters(table::insert, options).of(database.address()));
  }

  @Override
  public void append(Analysis analysis, AnalysisRequest request) {
    writer.write(AnalysisRow.of(analysis, request));
  }

  @Override
  public Optional<StoredAnalysis> find(String id) {
    writer.settle();
    return table.find(id);
  }

  @Override
  public long count() {
    writer.settle();
    return table.count();
  }

  /// How many analyses wait to be kept.
  public int waiting() {
    return writer.waiting();
  }

  /// Whether it can keep and find analyses now.
  ///
  /// @throws LedgerException when it cannot, with the reason
  public void check() {
    if (!writer.isWorking()) {
      throw LedgerException.failed("the ledger takes no analyses", null);
    }
    table.probe();
  }

  /// Returns when every analysis appended here before is in the database.
  ///
  /// @throws LedgerException when that takes too long
  public void settle() {
    writer.settle();
  }

  /// Keeps what waits, then takes no more.
  @Override
  public void close() {
    writer.close();
  }
}
