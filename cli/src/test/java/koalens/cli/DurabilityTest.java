package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was answered outlives a process that is killed.
class DurabilityTest {
  private static final int ANSWERS = 200;

  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(strings = {"process", "power"})
  void everyAnsweredAnalysisSurvivesAKillUnderLoad(String durability) throws Exception {
    List<String> answered = answersBeforeAKill(Map.of("LEDGER_DURABILITY", durability));
    assertThatAreKept(answered, Map.of("DATA_DIR", folder.toString()));
  }

  @Test
  void everyAnsweredAnalysisSurvivesOnPostgresThoughTheWholeMachineIsLost() throws Exception {
    try (PostgresServer postgres = PostgresServer.start()) {
      String database = postgres.createDatabase();
      List<String> answered =
          answersBeforeAKill(Map.of("LEDGER_DURABILITY", "power", "DATABASE_URL", database));
      Path elsewhere = folder.resolve("another machine");
      assertThatAreKept(
          answered, Map.of("DATA_DIR", elsewhere.toString(), "DATABASE_URL", database));
    }
  }

  private List<String> answersBeforeAKill(Map<String, String> settings) throws Exception {
    try (RunningServer server = RunningServer.start(folder, settings)) {
      var callers = new Acknowledged(List.of(server));
      callers.awaitMore(ANSWERS);
      server.kill();
      callers.end();
      return callers.ids();
    }
  }

  private static void assertThatAreKept(List<String> answered, Map<String, String> environment) {
    assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERS).doesNotHaveDuplicates();
    try (Application after = Application.open(Settings.read(environment))) {
      assertThat(answered).allMatch(id -> after.ledger().find(id).isPresent());
    }
  }
}
