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
import koalens.backend.analysis.AnalysisIds;
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
    return new AiLine(
        analysis, Optional.empty(), Instant.ofEpochMilli(1_000), Optional.of(version), json);
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
        ledger.keep(
            new AiLine(
                "x", Optional.empty(), Instant.ofEpochMilli(++time), Optional.of(version), "{}"));
      }
      ledger.keep(
          new AiLine("x", Optional.empty(), Instant.ofEpochMilli(9), Optional.empty(), "{}"));
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

  private static AnalysisRequest request(Person person) {
    return new AnalysisRequest(
        new AnalysisRequest.Text("Vatten"),
        Optional.empty(),
        AnalysisRequest.AS_DETECTED,
        LabelOptions.STANDARD,
        Optional.empty(),
        "r-1",
        Optional.of(person.id()));
  }

  private static AiLine line(String analysis, Person person) {
    Instant now = Instant.ofEpochMilli(1_000);
    return new AiLine(
        analysis, Optional.of(person.id()), now, Optional.of("v"), "{\"whose\":\"theirs\"}");
  }

  @Test
  void forgetsTheLinesOfAPersonWhoWantsItAlsoThoseOnTheirWay() throws IOException {
    DatabaseAddress address = newDatabase(folder);
    try (OpenLedger open = OpenLedger.open(address, folder, Durability.PROCESS);
        DatabaseAiLedger ledger = DatabaseAiLedger.open(open.database())) {
      var person = new Person("device:one");
      var history = new HistoryTable(open.database(), open.ledger());
      String done = open.analyze(request(person)).id();
      String underWay = AnalysisIds.next(Instant.now());
      for (int i = 0; i < 100; i++) {
        ledger.keep(line(done, person));
      }
      ledger.keep(line("another", "v", "{\"whose\":\"another's\"}"));
      ledger.keep(line(underWay, person));
      history.erase(person, Instant.now());
      ledger.keep(line(done, person));
      ledger.keep(line(underWay, person));
      assertThat(text(ledger.lines("v"))).isEqualTo("{\"whose\":\"another's\"}\n");
      ledger.keep(line(AnalysisIds.next(Instant.now().plusSeconds(1)), person));
      assertThat(text(ledger.lines("v"))).contains("theirs");
    }
  }

  @Test
  void forgetsTheLinesOfAnAnalysisThatIsDeletedAlsoThoseOnTheirWay() throws IOException {
    DatabaseAddress address = newDatabase(folder);
    try (OpenLedger open = OpenLedger.open(address, folder, Durability.PROCESS);
        DatabaseAiLedger ledger = DatabaseAiLedger.open(open.database())) {
      var person = new Person("device:one");
      var history = new HistoryTable(open.database(), open.ledger());
      Analysis deleted = open.analyze(request(person));
      Analysis kept = open.analyze(request(person));
      ledger.keep(line(deleted.id(), person));
      ledger.keep(line(kept.id(), person));
      assertThat(history.delete(person, deleted.id())).isTrue();
      ledger.keep(line(deleted.id(), person));
      assertThat(text(ledger.lines("v")).lines()).hasSize(1);
      // As a journal of another server would bring it back.
      open.ledger().append(deleted, request(person));
      assertThat(open.ledger().find(deleted.id())).isEmpty();
    }
  }

  @Test
  void forgetsLinesThatAreTooOld() throws IOException {
    DatabaseAddress address = newDatabase(folder);
    try (OpenLedger open = OpenLedger.open(address, folder, Durability.PROCESS);
        DatabaseAiLedger ledger = DatabaseAiLedger.open(open.database())) {
      for (int i = 0; i < 1_200; i++) {
        ledger.keep(line("old", "v", "{}"));
      }
      var young = Instant.ofEpochMilli(3_000);
      ledger.keep(new AiLine("young", Optional.empty(), young, Optional.of("v"), "{\"n\":1}"));
      ledger.settle();
      new HistoryTable(open.database(), open.ledger()).deleteBefore(Instant.ofEpochMilli(2_000));
      assertThat(text(ledger.lines("v"))).isEqualTo("{\"n\":1}\n");
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
