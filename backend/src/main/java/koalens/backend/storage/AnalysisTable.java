package koalens.backend.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.AnalysisIds;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.StoredAnalysis;
import koalens.backend.people.Person;

/// The SQL on the table `analysis` that fills and reads it as a ledger. Thread-safe.
final class AnalysisTable {
  /// The columns a [StoredAnalysis] is made of.
  static final String COLUMNS =
      "id, analyzed_at, user_id, status, provider, knowledge, request_id, label_text, document";

  private static final String INSERT =
      """
      insert into analysis (id, analyzed_at, user_id, status, provider, knowledge, request_id,
        label_text, document)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do nothing
      """;

  // What a person wanted deleted must not come back from a journal, nor what was begun before.
  private static final String INSERT_OF_PERSON =
      """
      insert into analysis (id, analyzed_at, user_id, status, provider, knowledge, request_id,
        label_text, document, person)
      select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      where not exists (select 1 from erasure where person_hash = ? and erased_at >= ?)
        and not exists (select 1 from erased_analysis where id = ?)
      on conflict (id) do nothing
      """;

  private final Database database;
  private final Sql sql;

  AnalysisTable(Database database) {
    this.database = database;
    this.sql = database.sql();
  }

  /// Inserts all rows that are not there yet, in one transaction. Plain JDBC: nothing is done more
  /// often.
  void insert(List<AnalysisRow> rows) {
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      try {
        insert(rows.stream().filter(row -> row.person().isEmpty()).toList(), INSERT, connection);
        insertOfPersons(rows.stream().filter(row -> row.person().isPresent()).toList(), connection);
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

  private void insertOfPersons(List<AnalysisRow> rows, Connection connection) throws SQLException {
    if (!rows.isEmpty()) {
      database.lockErasures(connection, false);
      insert(rows, INSERT_OF_PERSON, connection);
    }
  }

  // SQL's classes for values that cannot be, and for constraints.
  static boolean isRefusal(SQLException fault) {
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

  private static void insert(List<AnalysisRow> rows, String insert, Connection connection)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (AnalysisRow row : rows) {
        bind(row, statement);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(AnalysisRow row, PreparedStatement statement) throws SQLException {
    statement.setString(1, row.id());
    statement.setLong(2, row.analyzedAt());
    statement.setString(3, row.userIdOrNull());
    statement.setString(4, row.status());
    statement.setString(5, row.provider());
    statement.setString(6, row.knowledge());
    statement.setString(7, row.requestId());
    statement.setString(8, Sql.storable(row.labelText()));
    statement.setString(9, row.document());
    if (row.person().isPresent()) {
      statement.setString(10, row.person().get());
      statement.setString(11, new Person(row.person().get()).digest());
      statement.setLong(12, AnalysisIds.time(row.id()).toEpochMilli());
      statement.setString(13, row.id());
    }
  }

  Optional<StoredAnalysis> find(String id) {
    return sql.ask(handle ->
        handle
            .createQuery("select " + COLUMNS + " from analysis where id = :id")
            .bind("id", id)
            .map((row, _) -> Sql.stored(row))
            .findOne());
  }

  long count() {
    return sql.ask(
        handle -> handle.createQuery("select count(*) from analysis").mapTo(long.class).one());
  }

  /// Fails when the database cannot be asked.
  void probe() {
    sql.ask(
        handle -> handle.createQuery("select id from analysis limit 1").mapTo(String.class).list());
  }
}
