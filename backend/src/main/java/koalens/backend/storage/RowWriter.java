package koalens.backend.storage;

/// Takes rows from many threads to the database. Thread-safe.
sealed interface RowWriter extends AutoCloseable permits BatchWriter, JournaledWriter {
  /// Returns when the row is safe.
  ///
  /// @throws koalens.backend.analysis.LedgerException when it cannot be made safe in time
  void write(AnalysisRow row);

  /// Returns when every row written before is in the database.
  ///
  /// @throws koalens.backend.analysis.LedgerException when that takes too long
  void settle();

  /// How many rows are not in the database yet.
  int waiting();

  /// Whether it takes rows and brings them to the database.
  boolean isWorking();

  /// Takes no new rows, brings those that wait to the database, and stops.
  @Override
  void close();
}
