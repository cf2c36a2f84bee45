package koalens.backend.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import koalens.backend.analysis.Durability;

/// An open database at the newest schema. Thread-safe.
public final class Database implements AutoCloseable {
  /// How long one waits for a connection, or for somebody who writes.
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int TO_A_FILE = 4;
  private static final int TO_A_SERVER = 10;

  private final DatabaseAddress address;
  private final HikariDataSource pool;

  private Database(DatabaseAddress address, HikariDataSource pool) {
    this.address = address;
    this.pool = pool;
  }

  /// Opens the database, a file made when it is not there, and brings its schema up to date.
  ///
  /// @throws MigrationException when it cannot be opened, or its schema is newer than this build or
  ///   cannot be changed
  public static Database open(DatabaseAddress address, Durability durability) {
    DataSource source = source(address, durability);
    Migrations.migrate(source);
    return new Database(address, pool(source, connections(address)));
  }

  /// Brings the schema up to date and closes the database again.
  ///
  /// @throws MigrationException when it cannot be opened, or its schema is newer than this build or
  ///   cannot be changed
  public static MigratedSchema migrate(DatabaseAddress address) {
    return Migrations.migrate(source(address, Durability.POWER));
  }

  private static DataSource source(DatabaseAddress address, Durability durability) {
    return switch (address) {
      case DatabaseAddress.SqliteFile(var file) -> SqliteSource.of(file, durability);
      case DatabaseAddress.PostgresServer server -> PostgresSource.of(server);
    };
  }

  private static int connections(DatabaseAddress address) {
    return switch (address) {
      case DatabaseAddress.SqliteFile _ -> TO_A_FILE;
      case DatabaseAddress.PostgresServer server -> server.connections().orElse(TO_A_SERVER);
    };
  }

  private static HikariDataSource pool(DataSource source, int connections) {
    var config = new HikariConfig();
    config.setPoolName("koalens");
    config.setDataSource(source);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    return new HikariDataSource(config);
  }

  DatabaseAddress address() {
    return address;
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
