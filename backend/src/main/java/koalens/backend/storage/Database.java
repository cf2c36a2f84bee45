package koalens.backend.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import koalens.backend.analysis.Durability;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// An open SQLite database at the newest schema. Thread-safe.
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path file;
  private final HikariDataSource pool;

  private Database(Path file, HikariDataSource pool) {
    this.file = file;
    this.pool = pool;
  }

  /// Opens the file, made when it is not there, and brings its schema up to date.
  ///
  /// @throws MigrationException when the schema is newer than this build or cannot be changed
  public static Database open(Path file, Durability durability) {
    DataSource source = source(file, durability);
    Migrations.migrate(source);
    return new Database(file, pool(source));
  }

  /// Brings the schema of the file up to date and closes it again.
  ///
  /// @throws MigrationException when the schema is newer than this build or cannot be changed
  public static MigratedSchema migrate(Path file) {
    return Migrations.migrate(source(file, Durability.POWER));
  }

  private static DataSource source(Path file, Durability durability) {
    makeFolder(file);
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(synchronous(durability));
    config.setBusyTimeout((int) PATIENCE.toMillis());
    // A writer that first reads would otherwise fail at once when another process writes.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  // In write-ahead mode neither can damage the file; NORMAL may lose the last commits with the
  // power.
  private static SQLiteConfig.SynchronousMode synchronous(Durability durability) {
    return switch (durability) {
      case PROCESS -> SQLiteConfig.SynchronousMode.NORMAL;
      case POWER -> SQLiteConfig.SynchronousMode.FULL;
    };
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

  Path file() {
    return file;
  }

  DataSource source() {
    return pool;
  }

  /// Closes all connections.
  @Override
  public void close() {
    pool.close();
  }
}
