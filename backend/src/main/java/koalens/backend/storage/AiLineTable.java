package koalens.backend.storage;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.advice.AiLine;
import koalens.backend.people.Person;
import org.jdbi.v3.core.Handle;

/// The SQL on the table `ai_line`. Thread-safe.
final class AiLineTable {
  private static final String INSERT =
      """
      insert into ai_line (analysis_id, written_at, experiment_version, line) values (?, ?, ?, ?)
      """;
  private static final String OF_PERSON =
      """
      delete from ai_line where analysis_id in (select id from analysis where person = :person)
      """;
  private static final String OF_ONE =
      """
      delete from ai_line where analysis_id in
        (select id from analysis where person = :person and id = :id)
      """;
  // From one version to the next by the index: there are few among very many lines.
  private static final String VERSIONS =
      """
      with recursive known(version) as (
        select min(experiment_version) from ai_line where experiment_version is not null
        union all
        select (select min(experiment_version) from ai_line where experiment_version > version)
        from known where version is not null)
      select version from known where version is not null
      order by (select max(written_at) from ai_line where experiment_version = version) desc
      """;

  private final Database database;

  AiLineTable(Database database) {
    this.database = database;
  }

  /// Inserts them all or none.
  void insert(List<AiLine> lines) {
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
        for (AiLine line : lines) {
          bind(line, statement);
          statement.addBatch();
        }
        statement.executeBatch();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw AnalysisTable.isRefusal(e)
          ? LedgerException.refused("the database refuses a line of the AI log", e)
          : LedgerException.failed("the database does not take lines of the AI log", e);
    }
  }

  private static void bind(AiLine line, PreparedStatement statement) throws SQLException {
    statement.setString(1, line.analysisId());
    statement.setLong(2, line.at().toEpochMilli());
    statement.setString(3, line.experimentVersion().orElse(null));
    statement.setString(4, Sql.storable(line.json()));
  }

  /// All lines, or those of one version of an experiment, one after the other.
  InputStream lines(Optional<String> version) {
    return AiLineStream.open(database::reading, version);
  }

  static List<String> versions(Handle handle) {
    return handle.createQuery(VERSIONS).mapTo(String.class).list();
  }

  static void forget(Handle handle, Person person) {
    handle.createUpdate(OF_PERSON).bind("person", person.id()).execute();
  }

  static void forget(Handle handle, Person person, String analysis) {
    handle.createUpdate(OF_ONE).bind("person", person.id()).bind("id", analysis).execute();
  }

  static int forget(Handle handle, Instant before) {
    return handle
        .createUpdate("delete from ai_line where written_at < :before")
        .bind("before", before.toEpochMilli())
        .execute();
  }
}
