package koalens.backend.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.StoredAnalysis;
import koalens.engine.knowledge.Status;
import org.jdbi.v3.core.Jdbi;

/// The SQL on the table `analysis`. Thread-safe.
final class AnalysisTable {
  private static final String INSERT =
      """
      insert into analysis (id, analyzed_at, user_id, status, provider, knowledge, request_id,
        label_text, document)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do nothing
      """;

  private final DataSource source;
  private final Jdbi jdbi;

  AnalysisTable(DataSource source) {
    this.source = source;
    this.jdbi = Jdbi.create(source);
  }

  /// Inserts all rows that are not there yet, in one transaction. Plain JDBC: nothing is done more
  /// often.
  void insert(List<AnalysisRow> rows) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
        for (AnalysisRow row : rows) {
          add(row, statement);
        }
        statement.executeBatch();
        connection.commit();
      } catch (SQLException e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw isRefusal(e)
          ? LedgerException.refused("the database refuses an analysis", e)
          : LedgerException.failed("the database does not take analyses", e);
    }
  }

  // SQL's classes for values that cannot be, and for constraints.
  private static boolean isRefusal(SQLException fault) {
    String state = String.valueOf(fault.getSQLState());
    return state.startsWith("22") || state.startsWith("23");
  }

  private static void rollBack(Connection connection, SQLException fault) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      fault.addSuppressed(e);
    }
  }

  private static void add(AnalysisRow row, PreparedStatement statement) throws SQLException {
    statement.setString(1, row.id());
    statement.setLong(2, row.analyzedAt());
    statement.setString(3, row.userIdOrNull());
    statement.setString(4, row.status());
    statement.setString(5, row.provider());
    statement.setString(6, row.knowledge());
    statement.setString(7, row.requestId());
    statement.setString(8, storable(row.labelText()));
    statement.setString(9, row.document());
    statement.addBatch();
  }

  // PostgreSQL has no text with NUL in it.
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  Optional<StoredAnalysis> find(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, analyzed_at, user_id, status, label_text, document
                from analysis where id = :id
                """)
            .bind("id", id)
            .map((row, _) -> stored(row))
            .findOne());
  }

  private static StoredAnalysis stored(ResultSet row) throws SQLException {
    return new StoredAnalysis(
        row.getString("id"),
        Instant.ofEpochMilli(row.getLong("analyzed_at")),
        Optional.ofNullable(row.getString("user_id")),
        Status.named(row.getString("status")),
        row.getString("label_text"),
        row.getString("document"));
  }

  long count() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from analysis").mapTo(long.class).one());
  }

  /// Fails when the database cannot be asked.
  void probe() {
    jdbi.useHandle(
        handle -> handle.createQuery("select id from analysis limit 1").mapTo(String.class).list());
  }
}
