package koalens.backend.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Brings a schema to the newest version in `db/migration`. Flyway is woken only when there is
/// something to do: it costs more than all else at start. Several may do so at once: PostgreSQL has
/// a lock that Flyway takes; on SQLite one has its [turn][MigrationTurn], and the others find it
/// done.
final class Migrations {
  /// The highest number in `db/migration`.
  static final int NEWEST = 7;

  private static final int TRIES = 8;
  private static final long MOST_BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final String HISTORY = "flyway_schema_history";

  private Migrations() {}

  /// Brings the schema up to date.
  ///
  /// @param file the SQLite file; empty for PostgreSQL, where Flyway takes a lock
  static MigratedSchema migrate(DataSource source, Optional<Path> file) {
    int before = version(source);
    if (before > NEWEST) {
      throw new MigrationException(
          "the database has schema version %d, this build knows %d: run a newer build"
              .formatted(before, NEWEST),
          null);
    }
    if (before < NEWEST) {
      file.ifPresentOrElse(sqlite -> inTurn(source, sqlite), () -> run(source));
    }
    return new MigratedSchema(before, NEWEST);
  }

  private static void inTurn(DataSource source, Path file) {
    try (MigrationTurn _ = MigrationTurn.await(file)) {
      if (version(source) < NEWEST) {
        run(source);
      }
    }
  }

  private static void run(DataSource source) {
    try {
      Flyway.configure()
          .dataSource(source)
          .table(HISTORY)
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new MigrationException("the database schema could not be brought up to date", e);
    }
  }

  private static int version(DataSource source) {
    return version(source, TRIES);
  }

  // SQLite does not wait for the lock with which a new file turns to write-ahead mode.
  private static int version(DataSource source, int tries) {
    try (Connection connection = source.getConnection()) {
      return version(connection);
    } catch (SQLException e) {
      if (tries == 1 || !isBusy(e)) {
        throw new MigrationException("the database cannot be opened", e);
      }
    }
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MOST_BETWEEN_TRIES_NANOS));
    return version(source, tries - 1);
  }

  private static boolean isBusy(SQLException fault) {
    return fault instanceof SQLiteException sqlite
        && BrokenConnections.kind(sqlite) == SQLiteErrorCode.SQLITE_BUSY.code;
  }

  static int version(Connection connection) throws SQLException {
    return hasHistory(connection) ? newestApplied(connection) : 0;
  }

  private static boolean hasHistory(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
      return tables.next();
    }
  }

  private static int newestApplied(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select max(cast(version as integer)) from flyway_schema_history
                where success and version is not null
                """)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
