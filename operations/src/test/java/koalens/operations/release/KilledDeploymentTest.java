package koalens.operations.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A deployment that is killed (`kill -9`) at a moment of its choosing, and the one after it.
class KilledDeploymentTest {
  private static final String STEPS =
      """
      steps:
        - name: health answers ok
          request: GET /health
          patient: true
          expect: {status: 200, json: {/status: ok}}
      """;

  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @CsvSource({
    "DEPLOYING, hangs, 60",
    "IDENTIFYING, lies, 60",
    "VALIDATING, bad-new, 60",
    "ROLLING_BACK, hangs-back, 1"
  })
  void theNextDeploymentUnderstandsWhereItWasKilled(Stage stage, String mode, int patience)
      throws Exception {
    try (var world = new World(folder)) {
      prepare();
      run(world, "good", 10);
      ReleaseRecord good = history().lastValidated().orElseThrow();

      world.mode(mode);
      killAt(stage, start(world, "new-2", patience));
      assertThat(history().interrupted()).map(ReleaseRecord::stage).contains(stage);
      assertThat(history().lastValidated()).contains(good);

      world.mode("ok");
      run(world, "mended", 10);
      ReleaseRecord last = history().records().getFirst();
      assertThat(last.ending()).contains(Ending.KEPT);
      assertThat(last.notes())
          .anyMatch(note -> note.contains("of new-2, was interrupted while " + stage));
      assertThat(history().lastValidated()).contains(last);
      assertThat(history().interrupted()).isEmpty();
    }
  }

  @Test
  void whatIsPutBackAfterAKillIsTheReleaseThatWasValidatedLast() throws Exception {
    try (var world = new World(folder)) {
      prepare();
      run(world, "good", 10);
      world.mode("bad-new");
      killAt(Stage.VALIDATING, start(world, "new-2", 60));
      run(world, "new-3", 1);
      ReleaseRecord last = history().records().getFirst();
      assertThat(last.ending()).contains(Ending.ROLLED_BACK);
      assertThat(world.current()).isEqualTo("good");
    }
  }

  private void prepare() throws IOException {
    Files.writeString(folder.resolve("fly.staging.toml"), "app = \"koalens\"\n");
    Files.writeString(folder.resolve("steps.yaml"), STEPS);
  }

  private void run(World world, String commit, int patience) throws Exception {
    assertThat(start(world, commit, patience).waitFor()).isZero();
  }

  private Process start(World world, String commit, int patience) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DeploymentProgram.class.getName(),
            folder.toString(),
            world.address().toString(),
            commit,
            String.valueOf(patience));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private void killAt(Stage stage, Process process) throws InterruptedException {
    while (!reached().equals(Optional.of(stage))) {
      assertThat(process.isAlive()).as("it ended before " + stage).isTrue();
      Thread.sleep(10);
    }
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly().waitFor();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private Optional<Stage> reached() {
    return history().records().stream().findFirst().map(ReleaseRecord::stage);
  }

  private ReleaseHistory history() {
    return new ReleaseHistory(folder.resolve("releases"), "staging");
  }
}
