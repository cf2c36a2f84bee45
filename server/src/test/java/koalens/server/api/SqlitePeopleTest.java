package koalens.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class SqlitePeopleTest extends PeopleContract {
  @Override
  String database() {
    try {
      return "sqlite:" + Files.createTempDirectory("koalens").resolve("people.db");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection("jdbc:" + database);
  }
}
