package koalens.server.api;

import koalens.testing.PostgresServer;

class PostgresStatementsTest extends StatementsContract {
  @Override
  String database() {
    return "DATABASE_URL=" + PostgresServer.shared().createDatabase();
  }

  @Override
  Door door() {
    return new Door("org.postgresql.core.v3.QueryExecutorImpl", "execute");
  }

  // Servers that share the database share the count of requests: it is locked, changed, committed.
  @Override
  long forAPerson() {
    return 4;
  }
}
