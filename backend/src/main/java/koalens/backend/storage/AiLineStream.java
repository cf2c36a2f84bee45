package koalens.backend.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import koalens.backend.analysis.LedgerException;

/// The kept lines of the AI log as the log has them: one after the other, few at a time in memory.
/// Holds a connection until it is closed. Not thread-safe.
final class AiLineStream extends InputStream {
  private static final int PIECE = 1_000;
  private static final String ALL = "select line from ai_line";
  private static final String OF_VERSION = ALL + " where experiment_version = ?";

  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private byte[] line = {};
  private int at;

  private AiLineStream(Connection connection, PreparedStatement statement, ResultSet rows) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
  }

  /// Opens a connection that sends rows in pieces.
  interface Source {
    Connection open() throws SQLException;
  }

  /// @param version of the experiment; all lines without it
  static AiLineStream open(Source source, Optional<String> version) {
    try {
      return open(source.open(), version);
    } catch (SQLException e) {
      throw LedgerException.failed(
          "no lines of the AI log can be read from the database: "
              + "it must be of a server of this version (koalens migrate): "
              + e.getMessage(),
          e);
    }
  }

  private static AiLineStream open(Connection connection, Optional<String> version)
      throws SQLException {
    try {
      PreparedStatement statement =
          connection.prepareStatement(version.isPresent() ? OF_VERSION : ALL);
      statement.setFetchSize(PIECE);
      if (version.isPresent()) {
        statement.setString(1, version.get());
      }
      return new AiLineStream(connection, statement, statement.executeQuery());
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == line.length && !next()) {
      return -1;
    }
    int count = Math.min(length, line.length - at);
    System.arraycopy(line, at, bytes, from, count);
    at += count;
    return count;
  }

  private boolean next() throws IOException {
    try {
      if (!rows.next()) {
        return false;
      }
      line = (rows.getString(1) + "\n").getBytes(StandardCharsets.UTF_8);
      at = 0;
      return true;
    } catch (SQLException e) {
      throw new IOException("the database stopped answering", e);
    }
  }

  @Override
  public void close() throws IOException {
    try (connection;
        statement;
        rows) {
      at = line.length;
    } catch (SQLException e) {
      throw new IOException("the database did not let go", e);
    }
  }
}
