package koalens.backend.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisIds;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.Durability;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.StoredAnalysis;
import koalens.backend.people.Person;
import koalens.backend.people.Report;
import koalens.backend.people.Retention;
import koalens.engine.verdict.LabelOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every database does alike.
abstract class LedgerContract {
  @TempDir private Path folder = Path.of(".");

  private DatabaseAddress address = new DatabaseAddress.SqliteFile(Path.of("none"));

  /// A database that is not there or empty.
  abstract DatabaseAddress newDatabase(Path folder);

  @BeforeEach
  void chooseDatabase() {
    address = newDatabase(folder);
  }

  private OpenLedger open(Durability durability) {
    return OpenLedger.open(address, folder, durability);
  }

  private static LedgerException refusal(OpenLedger open) {
    return catchThrowableOfType(LedgerException.class, () -> open.analyze("Vatten"));
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void keepsWhatManyThreadsAnalyzeAtOnce(Durability durability) throws Exception {
    try (OpenLedger open = open(durability)) {
      List<String> ids = OpenLedger.inParallel(64, () -> open.analyze("Vatten, mjölk").id());
      assertThat(ids).doesNotHaveDuplicates().allMatch(id -> open.ledger().find(id).isPresent());
      assertThat(open.ledger().count()).isEqualTo(64);
    }
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void findsAnAnalysisAsSoonAsItIsAnswered(Durability durability) {
    try (OpenLedger open = open(durability)) {
      Analysis analysis = open.analyze("Ingredienser: Socker 30 %, kaka (vatten, mjölk), arom");
      StoredAnalysis stored = open.ledger().find(analysis.id()).orElseThrow();
      assertThat(stored.at().toEpochMilli()).isEqualTo(analysis.at().toEpochMilli());
      assertThat(stored.userId()).hasValue("me");
      assertThat(stored.status()).isEqualTo(analysis.status());
      assertThat(stored.labelText()).startsWith("Ingredienser: Socker 30 %");
      assertThat(stored.document())
          .contains("{\"name\":\"mjölk\",\"reasonCode\":\"milk\",\"entry\":\"milk\",\"start\":")
          .contains("\"percent\":30}")
          .contains("\"depth\":1}")
          .contains("\"reasoning\":\"Innehåller mjölk.\"");
    }
  }

  @Test
  void keepsAnAnalysisThatIsLargerThanTheJournal() {
    try (OpenLedger open = open(Durability.PROCESS)) {
      var large = new AnalysisRequest.Text("x".repeat(20 << 20));
      var request =
          new AnalysisRequest(
              large, Optional.empty(), AnalysisRequest.AS_DETECTED, LabelOptions.STANDARD, "r-2");
      Analysis analysis = open.analyze("Vatten");
      open.ledger().append(renamed(analysis, "large", analysis.at()), request);
      assertThat(open.ledger().find("large").orElseThrow().labelText()).hasSize(20 << 20);
    }
  }

  private static Analysis renamed(Analysis analysis, String id, Instant at) {
    return new Analysis(
        id,
        at,
        analysis.written(),
        analysis.provenance(),
        analysis.knowledge(),
        analysis.requestId(),
        analysis.durationMs(),
        analysis.media());
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void takesNothingMoreOnceClosed(Durability durability) {
    OpenLedger open = open(durability);
    open.close();
    assertThat(refusal(open).isOverloaded()).isFalse();
    assertThatThrownBy(open.ledger()::check).isInstanceOf(LedgerException.class);
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void keepsEveryCharacterButNulWhichBecomesAMark(Durability durability) {
    try (OpenLedger open = open(durability)) {
      String text = "Vatten\0, \uD83E\uDD5B mjölk, \u0001\t'\"\\";
      String id = open.analyze(text).id();
      assertThat(open.ledger().find(id).orElseThrow().labelText())
          .isEqualTo(text.replace('\0', '\uFFFD'));
    }
  }

  @Test
  void passesOverAnAnalysisThatIsThereAlready() {
    try (OpenLedger open = open(Durability.POWER)) {
      Analysis analysis = open.analyze("Vatten");
      open.ledger().append(analysis, OpenLedger.request("Mjölk"));
      assertThat(open.ledger().count()).isEqualTo(1);
      assertThat(open.ledger().find(analysis.id()).orElseThrow().labelText()).isEqualTo("Vatten");
    }
  }

  private static AnalysisRequest requestOf(Person person, String text) {
    return new AnalysisRequest(
        new AnalysisRequest.Text(text),
        Optional.empty(),
        AnalysisRequest.AS_DETECTED,
        LabelOptions.STANDARD,
        Optional.empty(),
        "r-3",
        Optional.of(person.id()));
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void erasesAPersonAndRefusesWhatIsStillOnItsWay(Durability durability) {
    var person = new Person("user:me");
    var other = new Person("user:you");
    try (OpenLedger open = open(durability)) {
      Analysis early = open.analyze(requestOf(person, "Vatten"));
      Analysis foreign = open.analyze(requestOf(other, "Vatten"));
      var history = new HistoryTable(open.database(), open.ledger());
      history.erase(person, early.at().plusMillis(1));
      assertThat(open.ledger().find(early.id())).isEmpty();
      // As a journal of another server would bring it back.
      open.ledger().append(early, requestOf(person, "Vatten"));
      assertThat(open.ledger().find(early.id())).isEmpty();
      assertThat(history.find(other, foreign.id())).isPresent();
      while (!java.time.Instant.now().isAfter(early.at().plusMillis(2))) {
        Thread.onSpinWait();
      }
      Analysis late = open.analyze(requestOf(person, "Mjölk"));
      assertThat(history.find(person, late.id())).isPresent();
    }
  }

  @Test
  void keepsAnalysesWhileSomebodyReadsAHistoryOrReports() {
    var person = new Person("user:me");
    try (OpenLedger open = open(Durability.PROCESS)) {
      Analysis first = open.analyze(requestOf(person, "Vatten"));
      var seen = new ArrayList<String>();
      new HistoryTable(open.database(), open.ledger())
          .forEach(
              person,
              kept -> {
                assertThat(open.ledger().find(open.analyze("Mjölk").id())).isPresent();
                seen.add(kept.analysis().id());
              });
      assertThat(seen).containsExactly(first.id());
      var reports = new ReportTable(open.database());
      reports.add(report(first));
      reports.forEach(report -> {
        assertThat(open.ledger().find(open.analyze("Mjölk").id())).isPresent();
        seen.add(report.id());
      });
      assertThat(seen).hasSize(2);
    }
  }

  private static Report report(Analysis analysis) {
    return new Report(
        AnalysisIds.next(analysis.at()),
        analysis.at(),
        Optional.empty(),
        Optional.of(analysis.id()),
        "mjölk",
        Optional.empty(),
        Optional.empty(),
        "sv",
        "Mjölk",
        "fel");
  }

  @Test
  void handsOverALongHistoryWholeAndNewestFirst() {
    var person = new Person("user:me");
    try (OpenLedger open = open(Durability.PROCESS)) {
      Analysis one = open.analyze(requestOf(person, "Vatten"));
      var ids = new ArrayList<String>(List.of(one.id()));
      for (int i = 1; i < 1_100; i++) {
        Instant at = one.at().plusMillis(i);
        ids.addFirst(AnalysisIds.next(at));
        open.ledger().append(renamed(one, ids.getFirst(), at), requestOf(person, "Vatten"));
      }
      var seen = new ArrayList<String>();
      new HistoryTable(open.database(), open.ledger())
          .forEach(person, kept -> seen.add(kept.analysis().id()));
      assertThat(seen).isEqualTo(ids);
    }
  }

  @Test
  void refusesWhatWasBegunBeforeAPersonWasErasedAndEndedAfterwards() {
    var person = new Person("user:me");
    try (OpenLedger open = open(Durability.PROCESS)) {
      Analysis photo = open.analyze("Vatten");
      new HistoryTable(open.database(), open.ledger()).erase(person, photo.at().plusMillis(1));
      String begun = AnalysisIds.next(photo.at());
      Analysis concluded = renamed(photo, begun, photo.at().plusSeconds(5));
      open.ledger().append(concluded, requestOf(person, "Vatten"));
      assertThat(open.ledger().find(begun)).isEmpty();
    }
  }

  @Test
  void deletesWhatIsTooOldButNoFavourites() {
    var person = new Person("user:me");
    try (OpenLedger open = open(Durability.PROCESS)) {
      var history = new HistoryTable(open.database(), open.ledger());
      Analysis marked = open.analyze(requestOf(person, "Vatten"));
      Analysis old = open.analyze("Mjölk");
      history.mark(person, marked.id(), true);
      assertThat(history.deleteBefore(old.at().minusSeconds(60))).isZero();
      assertThat(history.deleteBefore(old.at().plusSeconds(1))).isEqualTo(1);
      assertThat(open.ledger().find(marked.id())).isPresent();
      assertThat(open.ledger().find(old.id())).isEmpty();
    }
  }

  @Test
  void deletesNothingMoreWhenTheClockJumps() {
    var clock = new SettableClock(Instant.now());
    try (OpenLedger open = open(Durability.PROCESS)) {
      var history = new HistoryTable(open.database(), open.ledger());
      String id = open.analyze("Vatten").id();
      var retention = new Retention(history, Duration.ofDays(30), clock);
      clock.set(Instant.now().plus(Duration.ofDays(3_650)));
      assertThat(retention.deleteOld()).isZero();
      clock.set(Instant.EPOCH);
      assertThat(retention.deleteOld()).isZero();
      assertThat(open.ledger().find(id)).isPresent();
      clock.set(Instant.now().plus(Duration.ofDays(31)));
      assertThat(new Retention(history, Duration.ofDays(30), clock).deleteOld()).isEqualTo(1);
    }
  }

  @Test
  void bringsTheSchemaUpToDateOnceHoweverManyTryAtOnce() throws Exception {
    List<MigratedSchema> done = OpenLedger.inParallel(8, () -> Database.migrate(address));
    assertThat(done).allMatch(schema -> schema.after() == Migrations.NEWEST);
    assertThat(Database.migrate(address).before()).isEqualTo(Migrations.NEWEST);
    try (OpenLedger open = open(Durability.PROCESS)) {
      open.analyze("Vatten");
      assertThat(open.ledger().count()).isEqualTo(1);
    }
  }

  @Test
  void leavesADatabaseOfANewerBuildAlone() throws SQLException {
    try (OpenLedger open = open(Durability.PROCESS);
        Connection connection = open.database().source().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into flyway_schema_history (installed_rank, version, description, type, script,"
              + " installed_by, execution_time, success) values"
              + " (999, '999', 'later', 'SQL', 'V999__later.sql', 'me', 1, true)");
    }
    assertThatThrownBy(() -> open(Durability.PROCESS))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("schema version 999")
        .hasMessageContaining("run a newer build");
    assertThatThrownBy(() -> Database.migrate(address)).isInstanceOf(MigrationException.class);
  }
}
