package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk with no room left, which anybody can make: the system lets no file of the process grow.
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
  // A row is a good kilobyte, the journal's two files hold 64 of them each.
  private static final Map<String, String> SMALL = Map.of("LEDGER_JOURNAL_BYTES", "65536");
  private static final int MANY = 2_000;

  @TempDir private Path folder = Path.of(".");

  @Test
  void refusesWhatItCannotKeepAndLosesNothingItAnswered() throws Exception {
    var answered = new ArrayList<String>();
    try (RunningServer server = RunningServer.start(folder, SMALL)) {
      answered.addAll(analyze(server, 20));
      letFilesGrow(server, largest(folder) + "");
      List<String> kept = analyze(server, MANY);
      assertThat(kept).isNotEmpty().hasSizeLessThan(MANY);
      answered.addAll(kept);
      HttpResponse<String> refused = server.analyze("");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(server.get("", "/health").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = server.get("", "/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("database");
      letFilesGrow(server, "unlimited");
      while (server.get("", "/ready").statusCode() != 200) {
        Thread.sleep(50);
      }
      answered.addAll(analyze(server, 20));
      assertThat(server.stop()).isEqualTo(143);
    }
    var settings = Settings.read(Map.of("DATA_DIR", folder.toString()));
    try (Application after = Application.open(settings)) {
      assertThat(answered).doesNotHaveDuplicates();
      assertThat(answered).allMatch(id -> after.ledger().find(id).isPresent());
    }
  }

  /// The ids of as many answers as come before the first refusal.
  private static List<String> analyze(RunningServer server, int times) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < times; i++) {
      HttpResponse<String> answer = server.analyze("");
      if (answer.statusCode() != 200) {
        return ids;
      }
      ids.add(RunningServer.json(answer).get("id").asString());
    }
    return ids;
  }

  private static long largest(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .mapToLong(file -> file.toFile().length())
          .max()
          .orElseThrow();
    }
  }

  private static void letFilesGrow(RunningServer server, String bytes) throws Exception {
    Process limit =
        new ProcessBuilder(
                "prlimit", "--pid", String.valueOf(server.pid()), "--fsize=" + bytes + ":")
            .inheritIO()
            .start();
    assertThat(limit.waitFor()).isZero();
  }
}
