package koalens.backend.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import koalens.backend.analysis.Durability;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Connections to an SQLite file.
final class SqliteSource {
  private SqliteSource() {}

  static DataSource of(Path file, Durability durability) {
    makeFolder(file);
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(synchronous(durability));
    config.setBusyTimeout((int) Database.PATIENCE.toMillis());
    // A writer that first reads would otherwise fail at once when another process writes.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    // Nobody wants them, and each statement would be followed by one that asks for them.
    config.setGetGeneratedKeys(false);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /// Connections that change nothing.
  static DataSource reading(Path file) {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout((int) Database.PATIENCE.toMillis());
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
}
