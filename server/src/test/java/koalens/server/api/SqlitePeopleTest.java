package koalens.server.api;

class SqlitePeopleTest extends PeopleContract {
  @Override
  String database() {
    return "DATABASE_URL=";
  }
}
