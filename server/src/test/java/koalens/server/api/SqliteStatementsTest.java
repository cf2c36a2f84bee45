package koalens.server.api;

class SqliteStatementsTest extends StatementsContract {
  @Override
  String database() {
    return "DATABASE_URL=";
  }

  @Override
  Door door() {
    return new Door("org.sqlite.core.NativeDB", "prepare");
  }

  @Override
  long forAPerson() {
    return 1;
  }
}
