package koalens.backend.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// An open SQLite database at the newest schema. Thread-safe.
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /// Opens the file, made when it is not there, and brings its schema up to date.
  ///
  /// @throws MigrationException when the schema is newer than this build or cannot be changed
  public static Database open(Path file) {
    DataSource source = source(file);
    Migrations.migrate(source);
    return new Database(pool(source));
  }

  /// Brings the schema of the file up to date and closes it again.
  ///
  /// @throws MigrationException when the schema is newer than this build or cannot be changed
  public static MigratedSchema migrate(Path file) {
    return Migrations.migrate(source(file));
  }

  private static DataSource source(Path file) {
    makeFolder(file);
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // FULL: a committed answer survives the loss of power, not of the process alone.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    // A writer that first reads would otherwise fail at once when another process writes.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static void makeFolder(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder for the database", e);
    }
  }

  private static HikariDataSource pool(DataSource source) {
    var config = new HikariConfig();
    config.setPoolName("koalens");
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    return new HikariDataSource(config);
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /// Closes all connections.
  @Override
  public void close() {
    pool.close();
  }
}
