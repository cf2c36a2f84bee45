package koalens.backend.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import koalens.backend.analysis.Durability;
import koalens.backend.analysis.LedgerException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// An open database at the newest schema. Thread-safe.
public final class Database implements AutoCloseable {
  /// How long one waits for a connection, or for somebody who writes.
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /// The folder for copies, beside the database.
  public static final String BACKUPS = "backups";

  private static final Set<SQLiteErrorCode> DAMAGES =
      Set.of(SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_CORRUPT);

  // Any number, the same in every process.
  private static final long ERASURES = 5_172_649_801L;
  private static final long NEVER_FAILS_AT_FIRST = -1;
  private static final int TO_A_FILE = 4;
  private static final int TO_A_SERVER = 10;

  private final DatabaseAddress address;
  private final ConnectionPool pool;
  private final Optional<Connection> presence;
  private final Sql sql;

  private Database(DatabaseAddress address, ConnectionPool pool, Optional<Connection> presence) {
    this.address = address;
    this.pool = pool;
    this.presence = presence;
    this.sql = new Sql(pool, isShared());
  }

  /// Opens the database, a file made when it is not there, and brings its schema up to date.
  ///
  /// @throws MigrationException when it cannot be opened, or its schema is newer than this build or
  ///   cannot be changed
  public static Database open(DatabaseAddress address, Durability durability) {
    DataSource source = source(address, durability);
    try {
      Migrations.migrate(source, file(address));
    } catch (MigrationException e) {
      throw explained(address, e);
    }
    return new Database(address, pool(source, connections(address)), presence(address, source));
  }

  // The pool may have no connection for a while: whoever would exchange the file must see that it
  // is in use.
  private static Optional<Connection> presence(DatabaseAddress address, DataSource source) {
    return switch (address) {
      case DatabaseAddress.SqliteFile _ -> Optional.of(reading(source));
      case DatabaseAddress.PostgresServer _ -> Optional.empty();
    };
  }

  private static Connection reading(DataSource source) {
    try {
      Connection connection = source.getConnection();
      try (var statement = connection.createStatement()) {
        statement.execute("select count(*) from sqlite_schema");
      }
      return connection;
    } catch (SQLException e) {
      throw new MigrationException("the database cannot be read", e);
    }
  }

  /// Brings the schema up to date and closes the database again.
  ///
  /// @throws MigrationException when it cannot be opened, or its schema is newer than this build or
  ///   cannot be changed
  public static MigratedSchema migrate(DatabaseAddress address) {
    return Migrations.migrate(source(address, Durability.POWER), file(address));
  }

  private static Optional<Path> file(DatabaseAddress address) {
    return switch (address) {
      case DatabaseAddress.SqliteFile(var file) -> Optional.of(file);
      case DatabaseAddress.PostgresServer _ -> Optional.empty();
    };
  }

  // Whoever meets a damaged file wants to know what to do.
  private static MigrationException explained(DatabaseAddress address, MigrationException fault) {
    if (!(address instanceof DatabaseAddress.SqliteFile(var file)) || !isDamage(fault)) {
      return fault;
    }
    Path folder = file.resolveSibling(BACKUPS);
    String mend =
        new SqliteBackup(file, folder)
            .newest()
            .map(copy -> "put the newest copy back with koalens restore " + copy)
            .orElse("there is no copy in " + folder);
    return new MigrationException("the database " + file + " is damaged: " + mend, fault);
  }

  private static boolean isDamage(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite && DAMAGES.contains(sqlite.getResultCode())) {
        return true;
      }
    }
    return false;
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

  private static ConnectionPool pool(DataSource source, int connections) {
    var pool = new ConnectionPool(PATIENCE);
    pool.setPoolName("koalens");
    pool.setDataSource(source);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(1);
    pool.setExceptionOverride(new BrokenConnections());
    // Bringing the schema up to date has opened the database: the pool begins when it is asked.
    pool.setInitializationFailTimeout(NEVER_FAILS_AT_FIRST);
    return pool;
  }

  DatabaseAddress address() {
    return address;
  }

  /// Whether several servers may share it.
  public boolean isShared() {
    return switch (address) {
      case DatabaseAddress.SqliteFile _ -> false;
      case DatabaseAddress.PostgresServer _ -> true;
    };
  }

  DataSource source() {
    return pool;
  }

  /// A connection to read many rows from, few of which are in memory at a time. PostgreSQL sends
  /// them in pieces within a transaction alone; on SQLite each transaction holds off whoever
  /// writes.
  Connection reading() throws SQLException {
    Connection connection = pool.getConnection();
    connection.setAutoCommit(!isShared());
    return connection;
  }

  Sql sql() {
    return sql;
  }

  /// Holds off whoever deletes a person's data until the transaction ends, or, as the one who
  /// deletes, whoever adds some. SQLite has one writer at a time anyway.
  void lockErasures(Connection connection, boolean alone) throws SQLException {
    switch (address) {
      case DatabaseAddress.SqliteFile _ -> {}
      case DatabaseAddress.PostgresServer _ -> {
        String lock = alone ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
        try (var statement = connection.createStatement()) {
          statement.execute("select " + lock + "(" + ERASURES + ")");
        }
      }
    }
  }

  /// Closes all connections.
  @Override
  public void close() {
    pool.close();
    try {
      if (presence.isPresent()) {
        presence.get().close();
      }
    } catch (SQLException e) {
      throw LedgerException.failed("the database cannot be closed", e);
    }
  }
}
