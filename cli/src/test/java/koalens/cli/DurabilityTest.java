package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was answered outlives a process that is killed; [ThreeServersTest] shows it on PostgreSQL.
class DurabilityTest {
  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(strings = {"process", "power"})
  void everyAnsweredAnalysisSurvivesAKillUnderLoad(String durability) throws Exception {
    List<String> answered;
    try (RunningServer server =
        RunningServer.start(folder, Map.of("LEDGER_DURABILITY", durability))) {
      var callers = new Acknowledged(List.of(server));
      callers.awaitMore(200);
      server.kill();
      callers.end();
      answered = callers.ids();
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
    var environment = Map.of("DATA_DIR", folder.toString());
    try (Application after = Application.open(Settings.read(environment))) {
      assertThat(answered).allMatch(id -> after.ledger().find(id).isPresent());
    }
  }
}
