package koalens.backend.storage;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Connections to a PostgreSQL server.
final class PostgresSource {
  /// What holds unless the address says otherwise: a server that is gone without a word must be
  /// noticed.
  private static final Map<String, String> USUAL =
      Map.of(
          "ApplicationName", "koalens",
          "connectTimeout", "5",
          // Its details quote the row: what a person sent must not reach the log.
          "logServerErrorDetail", "false",
          "socketTimeout", "60",
          "tcpKeepAlive", "true",
          "reWriteBatchedInserts", "true");

  private PostgresSource() {}

  static DataSource of(DatabaseAddress.PostgresServer server) {
    var source = new PGSimpleDataSource();
    source.setServerNames(
        server.hosts().stream().map(DatabaseAddress.Host::name).toArray(String[]::new));
    source.setPortNumbers(server.hosts().stream().mapToInt(DatabaseAddress.Host::port).toArray());
    server.database().ifPresent(source::setDatabaseName);
    server.user().ifPresent(source::setUser);
    server.password().ifPresent(source::setPassword);
    USUAL.forEach((name, value) -> set(source, name, value));
    server.properties().forEach((name, value) -> set(source, name, value));
    return source;
  }

  private static void set(PGSimpleDataSource source, String name, String value) {
    try {
      source.setProperty(name, value);
    } catch (SQLException e) {
      throw new MigrationException("DATABASE_URL has an unusable value for " + name, e);
    }
  }
}
