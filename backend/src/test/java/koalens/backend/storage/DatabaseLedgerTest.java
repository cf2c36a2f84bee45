package koalens.backend.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.Durability;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.LedgerException;
import koalens.backend.analysis.StoredAnalysis;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseLedgerTest {
  private static final LabelEngine ENGINE =
      LabelEngine.standard(new ParsingLimits(20_000, 2_000, 12));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder = Path.of(".");

  private Path file() {
    return folder.resolve("ledger.db");
  }

  private record Open(Database database, DatabaseLedger ledger) implements AutoCloseable {
    @Override
    public void close() {
      ledger.close();
      database.close();
    }

    Analysis analyze(String text) {
      return new LabelAnalysis(ENGINE, ledger, Clock.systemUTC()).analyze(request(text));
    }
  }

  private Open open(Durability durability, int capacity, Duration patience) {
    Database database = Database.open(file(), durability);
    return new Open(database, DatabaseLedger.open(database, durability, capacity, patience));
  }

  private Open open(Durability durability) {
    return open(durability, 100, PATIENCE);
  }

  private static AnalysisRequest request(String text) {
    return new AnalysisRequest(
        new AnalysisRequest.Text(text),
        Optional.of("me"),
        AnalysisRequest.AS_DETECTED,
        LabelOptions.STANDARD,
        "r-1");
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void keepsWhatManyThreadsAnalyzeAtOnce(Durability durability) throws Exception {
    try (Open open = open(durability)) {
      List<String> ids = inParallel(64, () -> open.analyze("Vatten, mjölk").id());
      assertThat(ids).doesNotHaveDuplicates().allMatch(id -> open.ledger().find(id).isPresent());
      assertThat(open.ledger().count()).isEqualTo(64);
    }
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void findsAnAnalysisAsSoonAsItIsAnswered(Durability durability) {
    try (Open open = open(durability)) {
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

  @ParameterizedTest
  @EnumSource(Durability.class)
  void leavesNothingBesideTheDatabaseWhenItIsClosed(Durability durability) throws Exception {
    try (Open open = open(durability)) {
      open.analyze("Vatten");
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactly("ledger.db");
    }
    try (Open open = open(durability)) {
      assertThat(open.ledger().count()).isEqualTo(1);
    }
  }

  @Test
  void keepsAnAnalysisThatIsLargerThanTheJournal() {
    try (Open open = open(Durability.PROCESS)) {
      var large = new AnalysisRequest.Text("x".repeat(20 << 20));
      var request =
          new AnalysisRequest(
              large, Optional.empty(), AnalysisRequest.AS_DETECTED, LabelOptions.STANDARD, "r-2");
      Analysis analysis = open.analyze("Vatten");
      open.ledger().append(renamed(analysis, "large"), request);
      assertThat(open.ledger().find("large").orElseThrow().labelText()).hasSize(20 << 20);
    }
  }

  private static Analysis renamed(Analysis analysis, String id) {
    return new Analysis(
        id,
        analysis.at(),
        analysis.status(),
        analysis.policy(),
        analysis.claimContradicted(),
        analysis.confidence(),
        analysis.ingredients(),
        analysis.reasoning(),
        analysis.language(),
        analysis.detectedLanguage(),
        analysis.listFound(),
        analysis.truncated(),
        analysis.provenance(),
        analysis.knowledge(),
        analysis.requestId(),
        analysis.durationMs(),
        analysis.media());
  }

  @Test
  void waitsForEachCommitWhereAnotherHasTheJournal() {
    try (Open first = open(Durability.PROCESS);
        Open second = open(Durability.PROCESS)) {
      String early = first.analyze("Vatten").id();
      String late = second.analyze("Mjölk").id();
      assertThat(first.ledger().find(late)).isPresent();
      assertThat(first.ledger().find(early)).isPresent();
      assertThat(second.ledger().find(early)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void takesNothingMoreOnceClosed(Durability durability) {
    Open open = open(durability);
    open.close();
    assertThat(refusal(open).isOverloaded()).isFalse();
    assertThatThrownBy(open.ledger()::check).isInstanceOf(LedgerException.class);
  }

  @Test
  void saysThatALaterTryHelpsWhileTheDatabaseIsHeldByAnother() throws Exception {
    try (Open open = open(Durability.POWER, 100, Duration.ofMillis(300));
        Connection other = held()) {
      assertThat(refusal(open).isOverloaded()).isTrue();
      other.rollback();
    }
  }

  @Test
  void takesNoMoreThanMayWait() throws Exception {
    try (Open open = open(Durability.POWER, 1, Duration.ofMillis(500));
        Connection other = held()) {
      List<Boolean> refused = inParallel(8, () -> refusal(open).isOverloaded());
      assertThat(refused).containsOnly(true);
      assertThat(open.ledger().waiting()).isLessThanOrEqualTo(1);
      other.rollback();
    }
  }

  @Test
  void answersWhileTheDatabaseIsHeldByAnotherAndKeepsItAfterwards() throws Exception {
    try (Open open = open(Durability.PROCESS)) {
      String id;
      try (Connection other = held()) {
        id = open.analyze("Vatten").id();
        assertThat(open.ledger().waiting()).isEqualTo(1);
        other.rollback();
      }
      assertThat(open.ledger().find(id)).isPresent();
      assertThat(open.ledger().waiting()).isZero();
    }
  }

  /// A connection of somebody who writes and does not finish.
  private Connection held() throws SQLException {
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
    other.setAutoCommit(false);
    try (var statement = other.createStatement()) {
      statement.executeUpdate("delete from analysis where id = 'none'");
    }
    return other;
  }

  private static LedgerException refusal(Open open) {
    return catchThrowableOfType(LedgerException.class, () -> open.analyze("Vatten"));
  }

  private static <T> List<T> inParallel(int times, Callable<T> work)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(work));
      }
      var results = new ArrayList<T>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
