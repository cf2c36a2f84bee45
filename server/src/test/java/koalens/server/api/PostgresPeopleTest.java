package koalens.server.api;

import koalens.testing.PostgresServer;

class PostgresPeopleTest extends PeopleContract {
  @Override
  String database() {
    return "DATABASE_URL=" + PostgresServer.shared().createDatabase();
  }
}
