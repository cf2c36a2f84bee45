package koalens.backend.storage;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.AnalysisIds;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.advice.AiLine;
import koalens.backend.people.Person;
import org.jdbi.v3.core.Handle;

/// The SQL on the table `ai_line`. Thread-safe.
final class AiLineTable {
  // Lines are written after whoever asked may have wanted all of it deleted.
  private static final String INSERT =
      """
      insert into ai_line (analysis_id, written_at, experiment_version, line, person)
      select ?, ?, ?, ?, ?
      where not exists (select 1 from erased_analysis where id = ?)
        and not exists (select 1 from erasure where person_hash = ? and erased_at >= ?)
      """;
  // Lines that an older build kept name nobody.
  private static final List<String> OF_PERSON =
      List.of(
          "delete from ai_line where person = :person",
          "delete from ai_line where analysis_id in"
              + " (select id from analysis where person = :person)");
  private static final String OF_ONE =
      """
      delete from ai_line where analysis_id in
        (select id from analysis where person = :person and id = :id)
      """;
  // Several lines of an analysis may go at once; then there are some more.
  private static final String SOME_OLD =
      """
      delete from ai_line where written_at < :before and analysis_id in
        (select analysis_id from ai_line where written_at < :before limit :most)
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

  /// Inserts all or none of them, save those of people and analyses that are to be forgotten.
  void insert(List<AiLine> lines) {
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      database.lockErasures(connection, false);
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
    Optional<Person> person = line.person().map(Person::new);
    statement.setString(5, line.person().orElse(null));
    statement.setString(6, line.analysisId());
    statement.setString(7, person.map(Person::digest).orElse(""));
    statement.setLong(8, person.map(_ -> began(line)).orElse(0L));
  }

  private static long began(AiLine line) {
    return AnalysisIds.time(line.analysisId()).toEpochMilli();
  }

  /// All lines, or those of one version of an experiment, one after the other.
  InputStream lines(Optional<String> version) {
    return AiLineStream.open(database::reading, version);
  }

  static List<String> versions(Handle handle) {
    return handle.createQuery(VERSIONS).mapTo(String.class).list();
  }

  static void forget(Handle handle, Person person) {
    for (String delete : OF_PERSON) {
      handle.createUpdate(delete).bind("person", person.id()).execute();
    }
  }

  static void forget(Handle handle, Person person, String analysis) {
    handle.createUpdate(OF_ONE).bind("person", person.id()).bind("id", analysis).execute();
  }

  /// Deletes some of the lines from before a time, so that nobody waits long.
  ///
  /// @return how many
  static int forget(Handle handle, Instant before, int most) {
    return handle
        .createUpdate(SOME_OLD)
        .bind("before", before.toEpochMilli())
        .bind("most", most)
        .execute();
  }
}
