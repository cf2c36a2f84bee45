package koalens.server.api;

import java.sql.Connection;
import java.sql.SQLException;
import koalens.testing.PostgresServer;

class PostgresPeopleTest extends PeopleContract {
  @Override
  String database() {
    return PostgresServer.shared().createDatabase();
  }

  @Override
  Connection connect(String database) throws SQLException {
    return PostgresServer.shared().connect(database);
  }
}
