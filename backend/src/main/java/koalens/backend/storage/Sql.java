package koalens.backend.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.StoredAnalysis;
import koalens.engine.knowledge.Status;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// Questions to a database, whose failures are the ledger's. Thread-safe.
final class Sql {
  private final DataSource source;
  private final boolean readsInTransactions;
  private @Nullable Jdbi made;

  /// @param readsInTransactions whether the database sends many rows in pieces within a transaction
  ///   alone
  Sql(DataSource source, boolean readsInTransactions) {
    this.source = source;
    this.readsInTransactions = readsInTransactions;
  }

  // Loading it takes a noticeable part of a start, which asks nothing.
  private synchronized Jdbi jdbi() {
    Jdbi jdbi = made;
    if (jdbi == null) {
      jdbi = Jdbi.create(source);
      made = jdbi;
    }
    return jdbi;
  }

  /// What is asked of an open connection.
  interface Question<T> {
    T of(Handle handle) throws SQLException;
  }

  /// The answer.
  ///
  /// @throws LedgerException when the database gives none
  <T> T ask(Question<T> question) {
    try {
      return jdbi().withHandle(question::of);
    } catch (JdbiException | SQLException e) {
      throw LedgerException.failed("the database cannot be asked", e);
    }
  }

  /// The answer to a question with many rows, few of which are in memory at a time; nobody who
  /// writes is held off meanwhile.
  ///
  /// @throws LedgerException when the database gives none
  <T> T askForMany(Question<T> question) {
    return readsInTransactions ? change(question) : ask(question);
  }

  /// The answer, in one transaction.
  ///
  /// @throws LedgerException when the database gives none; nothing has changed then
  <T> T change(Question<T> question) {
    try {
      return jdbi().inTransaction(question::of);
    } catch (JdbiException | SQLException e) {
      throw unchanged(e);
    }
  }

  /// The answer of one statement that changes something: a transaction of its own, without which
  /// the database is asked less.
  ///
  /// @throws LedgerException when the database gives none; nothing has changed then
  <T> T changeAtOnce(Question<T> statement) {
    try {
      return jdbi().withHandle(statement::of);
    } catch (JdbiException | SQLException e) {
      throw unchanged(e);
    }
  }

  private static LedgerException unchanged(Exception fault) {
    return LedgerException.failed("the database cannot be changed", fault);
  }

  // PostgreSQL has no text with NUL in it.
  static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  static StoredAnalysis stored(ResultSet row) throws SQLException {
    return new StoredAnalysis(
        row.getString("id"),
        Instant.ofEpochMilli(row.getLong("analyzed_at")),
        Optional.ofNullable(row.getString("user_id")),
        Status.named(row.getString("status")),
        row.getString("provider"),
        row.getString("knowledge"),
        row.getString("request_id"),
        row.getString("label_text"),
        row.getString("document"));
  }
}
