package koalens.backend.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import koalens.backend.analysis.Durability;
import koalens.backend.analysis.LedgerException;
import koalens.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLedgerTest extends LedgerContract {
  @TempDir private Path journals = Path.of(".");

  @Override
  DatabaseAddress newDatabase(Path folder) {
    return DatabaseAddress.of(PostgresServer.shared().createDatabase());
  }

  @Test
  void showsAnAnalysisToEveryOtherServerAsSoonAsItIsAnswered() {
    DatabaseAddress address = newDatabase(journals);
    try (OpenLedger one = OpenLedger.open(address, journals, Durability.PROCESS);
        OpenLedger other = OpenLedger.open(address, journals, Durability.PROCESS)) {
      for (int i = 0; i < 20; i++) {
        assertThat(other.ledger().find(one.analyze("Vatten").id())).isPresent();
        assertThat(one.ledger().find(other.analyze("Mjölk").id())).isPresent();
      }
    }
    assertThat(journals).isEmptyDirectory();
  }

  @Test
  void answersWhileTheDatabaseIsGoneAndCatchesUpWhenItIsBack() {
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseAddress address = DatabaseAddress.of(server.createDatabase());
      try (OpenLedger open = OpenLedger.open(address, journals, Durability.PROCESS)) {
        open.analyze("Vatten");
        server.stop();
        for (int i = 0; i < 50; i++) {
          open.analyze("Mjölk");
        }
        assertThat(open.ledger().waiting()).isEqualTo(50);
        assertThatThrownBy(open.ledger()::check).isInstanceOf(LedgerException.class);
        server.resume();
        while (open.ledger().waiting() > 0) {
          Thread.onSpinWait();
        }
        assertThat(open.ledger().count()).isEqualTo(51);
        open.ledger().check();
      }
    }
  }

  @Test
  void saysThatItCannotKeepAnalysesOnceTheJournalIsFull() {
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseAddress address = DatabaseAddress.of(server.createDatabase());
      Database database = Database.open(address, Durability.PROCESS);
      var options =
          new LedgerOptions(Durability.PROCESS, 4096, journals, 100, Duration.ofMillis(200));
      try (var open = new OpenLedger(database, DatabaseLedger.open(database, options))) {
        server.stop();
        assertThatThrownBy(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    open.analyze("Mjölk");
                  }
                })
            .isInstanceOf(LedgerException.class)
            .satisfies(e -> assertThat(((LedgerException) e).isOverloaded()).isTrue());
        int waiting = open.ledger().waiting();
        assertThat(waiting).isPositive();
        server.resume();
        while (open.ledger().waiting() > 0) {
          Thread.onSpinWait();
        }
        assertThat(open.ledger().count()).isEqualTo(waiting);
      }
    }
  }

  @Test
  void keepsAtTheNextStartWhatAProcessLeftThatEndedWhileTheDatabaseWasGone() {
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseAddress address = DatabaseAddress.of(server.createDatabase());
      String id;
      try (OpenLedger open = OpenLedger.open(address, journals, Durability.PROCESS)) {
        server.stop();
        id = open.analyze("Vatten").id();
      }
      server.resume();
      try (OpenLedger open = OpenLedger.open(address, journals, Durability.PROCESS)) {
        assertThat(open.ledger().find(id)).isPresent();
      }
    }
  }
}
