package koalens.backend.storage;

import java.nio.file.Path;
import koalens.testing.PostgresServer;

class PostgresAiLedgerTest extends AiLedgerContract {
  @Override
  DatabaseAddress newDatabase(Path folder) {
    return DatabaseAddress.of(PostgresServer.shared().createDatabase());
  }
}
