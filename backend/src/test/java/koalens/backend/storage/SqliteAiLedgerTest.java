package koalens.backend.storage;

import java.nio.file.Path;

class SqliteAiLedgerTest extends AiLedgerContract {
  @Override
  DatabaseAddress newDatabase(Path folder) {
    return new DatabaseAddress.SqliteFile(folder.resolve("ledger.db"));
  }
}
