package koalens.backend.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.Durability;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.advice.AiLine;
import koalens.backend.people.Person;
import koalens.engine.verdict.LabelOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines of the AI log in a database.
abstract class AiLedgerContract {
  @TempDir Path folder = Path.of(".");

  abstract DatabaseAddress newDatabase(Path folder);

  private static AiLine line(String analysis, String version, String json) {
    return new AiLine(analysis, Instant.ofEpochMilli(1_000), Optional.of(version), json);
  }

  private static String text(InputStream lines) throws IOException {
    try (lines) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void givesLinesBackByVersionAndToOneWhoOnlyReads() throws IOException {
    DatabaseAddress address = newDatabase(folder);
    try (Database database = Database.open(address, Durability.PROCESS);
        DatabaseAiLedger ledger = DatabaseAiLedger.open(database)) {
      ledger.keep(line("a", "gemini:50,claude:50", "{\"msg\":\"AI Request\",\"ö\":1}"));
      ledger.keep(line("b", "gemini:90,claude:10", "{\"msg\":\"AI Response\"}"));
      assertThat(ledger.versions())
          .containsExactlyInAnyOrder("gemini:50,claude:50", "gemini:90,claude:10");
      assertThat(text(ledger.lines("gemini:50,claude:50")))
          .isEqualTo("{\"msg\":\"AI Request\",\"ö\":1}\n");
      assertThat(text(DatabaseAiLedger.read(address))).contains("Request").contains("Response");
      assertThat(ledger.lost()).isZero();
    }
  }

  @Test
  void letsAnalysesBeKeptWhileSomebodyReadsItsLines() throws IOException {
    DatabaseAddress address = newDatabase(folder);
    try (OpenLedger open = OpenLedger.open(address, folder, Durability.PROCESS);
        DatabaseAiLedger ledger = DatabaseAiLedger.open(open.database())) {
      for (int i = 0; i < 3_000; i++) {
        ledger.keep(line("a" + i, "v", "{}"));
      }
      try (InputStream lines = ledger.lines("v")) {
        assertThat(lines.read()).isEqualTo('{');
        assertThat(open.ledger().find(open.analyze("Vatten").id())).isPresent();
        assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines()).hasSize(3_000);
      }
    }
  }

  @Test
  void namesTheVersionsOnceTheLastFirst() {
    DatabaseAddress address = newDatabase(folder);
    try (Database database = Database.open(address, Durability.PROCESS);
        DatabaseAiLedger ledger = DatabaseAiLedger.open(database)) {
      assertThat(ledger.versions()).isEmpty();
      long time = 0;
      for (String version : List.of("b", "a", "c", "a", "b")) {
        ledger.keep(new AiLine("x", Instant.ofEpochMilli(++time), Optional.of(version), "{}"));
      }
      ledger.keep(new AiLine("x", Instant.ofEpochMilli(9), Optional.empty(), "{}"));
      assertThat(ledger.versions()).containsExactly("b", "a", "c");
    }
  }

  @Test
  void keepsTheOthersWhenTheDatabaseRefusesOne() throws IOException {
    DatabaseAddress address = newDatabase(folder);
    try (Database database = Database.open(address, Durability.PROCESS);
        DatabaseAiLedger ledger = DatabaseAiLedger.open(database)) {
      for (int i = 0; i < 2_500; i++) {
        ledger.keep(line("a" + i, "v", i == 7 ? "nul \0 inside" : "{}"));
      }
      ledger.keep(line("an id that is longer than any an analysis ever had", "v", "{}"));
      assertThat(text(ledger.lines("v")).lines().count() + ledger.lost()).isEqualTo(2_501);
      assertThat(ledger.lost()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void forgetsTheLinesOfAPersonWhoWantsIt() throws IOException {
    DatabaseAddress address = newDatabase(folder);
    try (OpenLedger open = OpenLedger.open(address, folder, Durability.PROCESS);
        DatabaseAiLedger ledger = DatabaseAiLedger.open(open.database())) {
      var person = new Person("device:one");
      Analysis analysis =
          open.analyze(
              new AnalysisRequest(
                  new AnalysisRequest.Text("Vatten"),
                  Optional.empty(),
                  AnalysisRequest.AS_DETECTED,
                  LabelOptions.STANDARD,
                  Optional.empty(),
                  "r-1",
                  Optional.of(person.id())));
      ledger.keep(line(analysis.id(), "v", "{\"whose\":\"theirs\"}"));
      ledger.keep(line("another", "v", "{\"whose\":\"another's\"}"));
      ledger.settle();
      new HistoryTable(open.database(), open.ledger()).erase(person, Instant.now());
      assertThat(text(ledger.lines("v"))).isEqualTo("{\"whose\":\"another's\"}\n");
      new HistoryTable(open.database(), open.ledger()).deleteBefore(Instant.ofEpochMilli(2_000));
      assertThat(text(ledger.lines("v"))).isEmpty();
    }
  }

  @Test
  void saysWhatToDoWhereADatabaseHasNoLines() {
    var missing = new DatabaseAddress.SqliteFile(folder.resolve("none.db"));
    assertThatThrownBy(() -> DatabaseAiLedger.read(missing))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("there is no database")
        .hasMessageContaining("none.db");
    assertThat(List.of(folder.toFile().list())).doesNotContain("none.db");
  }
}
