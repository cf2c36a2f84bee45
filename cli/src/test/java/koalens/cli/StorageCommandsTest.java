package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `koalens backup`, `restore`, `reports` and `migrate`, and what they say of a database that
/// cannot be used.
class StorageCommandsTest {
  @TempDir private Path folder = Path.of(".");

  private Map<String, String> settings() {
    return Map.of("DATA_DIR", folder.toString());
  }

  private Path database() {
    return folder.resolve("koalens.db");
  }

  private ProgramRun run(String... arguments) throws IOException, InterruptedException {
    return ProgramRun.of(settings(), arguments);
  }

  private long analyses() {
    try (Application application = Application.open(Settings.read(settings()))) {
      return application.ledger().count();
    }
  }

  private List<Path> filesOf(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @Test
  void copiesTheDatabaseOfARunningServerAndPutsItBack() throws Exception {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      assertThat(server.analyze("").statusCode()).isEqualTo(200);
      assertThat(server.analyze("").statusCode()).isEqualTo(200);
      // Analyses reach the file a moment after their answer.
      while (!server.get("", "/metrics").body().contains("koalens_ledger_waiting 0.0")) {
        Thread.onSpinWait();
      }
      ProgramRun backup = run("backup");
      assertThat(backup.code()).as(backup.err()).isZero();
      assertThat(backup.out()).startsWith("copied to " + folder.resolve("backups"));
      server.analyze("");
      ProgramRun early = run("restore", copy().toString());
      assertThat(early.code()).isEqualTo(1);
      assertThat(early.err()).contains("a server uses", "stop it first");
      server.stop();
    }
    assertThat(analyses()).isEqualTo(3);
    ProgramRun restore = run("restore", copy().toString());
    assertThat(restore.code()).as(restore.err()).isZero();
    assertThat(restore.out())
        .contains("the database that was there is " + database() + ".before-")
        .contains("put back " + copy());
    assertThat(analyses()).isEqualTo(2);
  }

  private Path copy() throws IOException {
    return filesOf(folder.resolve("backups")).getLast();
  }

  @Test
  void overwritesNoCopyAndCopiesNothingThatIsNotThere() throws Exception {
    Path target = folder.resolve("elsewhere/copy.db");
    ProgramRun none = run("backup", target.toString());
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("there is no database " + database());
    assertThat(analyses()).isZero();
    assertThat(run("backup", target.toString()).code()).isZero();
    ProgramRun again = run("backup", target.toString());
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("is there already");
    assertThat(filesOf(folder.resolve("elsewhere"))).containsExactly(target);
  }

  @Test
  void putsBackNothingThatIsDamagedOrOfANewerBuild() throws Exception {
    assertThat(analyses()).isZero();
    byte[] before = Files.readAllBytes(database());
    Path noDatabase = Files.writeString(folder.resolve("text.db"), "no database ".repeat(500));
    assertThat(run("restore", noDatabase.toString()).err()).contains("no SQLite database");
    Path newer = folder.resolve("newer.db");
    assertThat(run("backup", newer.toString()).code()).isZero();
    makeNewer(newer);
    ProgramRun refused = run("restore", newer.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("made by a newer build");
    assertThat(Files.readAllBytes(database())).isEqualTo(before);
  }

  private static void makeNewer(Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into flyway_schema_history (installed_rank, version, description, type, script,"
              + " installed_by, execution_time, success) values"
              + " (999, '999', 'later', 'SQL', 'V999__later.sql', 'me', 1, true)");
    }
  }

  @Test
  void startsOnNoDatabaseOfANewerBuild() throws Exception {
    assertThat(analyses()).isZero();
    makeNewer(database());
    for (String command : List.of("serve", "migrate")) {
      ProgramRun refused = run(command);
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err()).contains("schema version 999", "run a newer build");
    }
  }

  @Test
  void namesTheNewestCopyWhenTheDatabaseIsDamaged() throws Exception {
    assertThat(analyses()).isZero();
    byte[] whole = Files.readAllBytes(database());
    Files.write(database(), damaged(whole));
    assertThat(run("serve").err())
        .contains("the database " + database() + " is damaged", "there is no copy in");
    Files.createDirectories(folder.resolve("backups"));
    for (String time : List.of("20261101T000000", "20261127T031500", "20261115T000000")) {
      Files.write(folder.resolve("backups/koalens-" + time + ".db"), whole);
    }
    ProgramRun refused = run("serve");
    assertThat(refused.code()).isEqualTo(1);
    String newest = folder.resolve("backups/koalens-20261127T031500.db").toString();
    assertThat(refused.err()).contains("koalens restore " + newest).doesNotContain("\tat ");
    assertThat(run("restore", newest).code()).isZero();
    assertThat(analyses()).isZero();
  }

  private static byte[] damaged(byte[] whole) {
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 0, 4096, (byte) 0x5A);
    return damaged;
  }

  @Test
  void printsReportsAsRowsThatCanBeEvaluated() throws Exception {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      for (String report :
          List.of(
              "{\"ingredient\":\"havregrädde\",\"expected\":\"vegan\",\"language\":\"sv\"}",
              "{\"text\":\"Vatten,\\tmjölk\\n=2+2\",\"expected\":\"non-vegan\",\"language\":\"sv\"}",
              "{\"ingredient\":\"arom\",\"feedback\":\"smakar fel\"}")) {
        assertThat(server.call("", "POST", "/reports", report).statusCode()).isEqualTo(201);
      }
      ProgramRun reports = run("reports");
      assertThat(reports.code()).as(reports.err()).isZero();
      assertThat(reports.err()).contains("1 reports name no verdict");
      List<String> lines = reports.out().lines().toList();
      assertThat(lines).hasSize(3);
      assertThat(lines.getFirst()).startsWith("lang\tlevel\ttext\texpected\t");
      assertThat(lines.get(1)).startsWith("sv\tingredient\thavregrädde\tvegan\treported\t");
      assertThat(lines.get(2)).startsWith("sv\tlabel\tVatten, mjölk =2+2\tnon-vegan\treported\t");
      Path rows = Files.writeString(folder.resolve("reported.tsv"), reports.out());
      ProgramRun evaluation = run("eval", rows.toString());
      assertThat(evaluation.code()).as(evaluation.err()).isZero();
      assertThat(evaluation.out()).contains("2 of 2");
    }
  }

  @Test
  void printsThePostgresReportsTooAndLeavesItsCopiesToItsOwnTools() throws Exception {
    var postgres =
        Map.of(
            "DATA_DIR",
            folder.toString(),
            "DATABASE_URL",
            PostgresServer.shared().createDatabase());
    ProgramRun migrate = ProgramRun.of(postgres, "migrate");
    assertThat(migrate.code()).as(migrate.err()).isZero();
    assertThat(ProgramRun.of(postgres, "reports").out()).hasLineCount(1);
    for (String command : List.of("backup", "restore")) {
      ProgramRun refused = ProgramRun.of(postgres, command, folder.resolve("copy.db").toString());
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains("pg_dump").doesNotContain("secret");
    }
  }
}
