package koalens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL on a free port of this machine, in a temporary folder; it and its folder end
/// with this process at the latest. Thread-safe.
public final class PostgresServer implements AutoCloseable {
  private static final class Shared {
    private static final PostgresServer SERVER = start();
  }

  private final Path folder;
  private final int port;
  private final ProgramRunner programs;
  private final AtomicInteger databases = new AtomicInteger();
  private final Thread hook = Thread.ofPlatform().unstarted(this::end);

  private PostgresServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.programs = new ProgramRunner(folder);
  }

  /// The one server that the tests of this process share; nobody closes it.
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  /// A running server of one's own.
  ///
  /// @throws IllegalStateException with what PostgreSQL said, when it does not start
  public static PostgresServer start() {
    try {
      Path folder = PostgresFiles.unpack();
      var server = new PostgresServer(folder, freePort());
      Runtime.getRuntime().addShutdownHook(server.hook);
      server.initialize();
      server.resume();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void initialize() {
    programs.run(
        List.of(
            "bin/initdb",
            "--pgdata=data",
            "--username=koalens",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-sync",
            // Where databases are hosted, texts are ordered as a language has it, not by bytes.
            "--locale=C",
            "--locale-provider=icu",
            "--icu-locale=en-US"));
  }

  /// Starts it again after [#stop()], on the same port with the same data.
  public void resume() {
    programs.run(
        List.of(
            "bin/pg_ctl",
            "start",
            "--pgdata=data",
            "--log=log",
            "--wait",
            "--options=-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
                .formatted(port)));
  }

  /// Stops it at once, as a database that is gone; connections break.
  public void stop() {
    programs.run(List.of("bin/pg_ctl", "stop", "--pgdata=data", "--mode=immediate", "--wait"));
  }

  /// A new, empty database, as an address for `DATABASE_URL`.
  public String createDatabase() {
    String name = "koalens_" + databases.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(jdbc("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgres://koalens:secret@127.0.0.1:" + port + "/" + name;
  }

  /// A connection to a database that [#createDatabase()] made.
  public Connection connect(String address) throws SQLException {
    return DriverManager.getConnection(jdbc(address.substring(address.lastIndexOf('/') + 1)));
  }

  private String jdbc(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=koalens";
  }

  private void end() {
    try {
      stop();
    } catch (IllegalStateException e) {
      // It was stopped already.
    } finally {
      PostgresFiles.delete(folder);
    }
  }

  /// Stops it and removes its folder.
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    end();
  }
}
