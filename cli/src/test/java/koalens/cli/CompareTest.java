package koalens.cli;

import static koalens.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
  @TempDir private Path folder = Path.of(".");

  /// One analysis in ten of claude's fails.
  private Path log(String name, int analyses) throws IOException {
    var random = new SplittableRandom(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < analyses; i++) {
      String provider = random.nextBoolean() ? "gemini" : "claude";
      boolean fails = provider.equals("claude") && random.nextInt(10) == 0;
      lines.add(
          "{\"ts\":\"2026-11-20T0%d:%02d:00Z\",\"msg\":\"AI Request\",\"analysis_id\":\"a%d\",\"provider\":\"%s\",\"assignment\":\"random\",\"latency_ms\":%d,\"status\":\"%s\",\"cost_usd_micros\":50}"
              .formatted(
                  i / 60 % 10,
                  i % 60,
                  i,
                  provider,
                  300 + random.nextInt(200),
                  fails ? "timeout" : "ok"));
    }
    return Files.write(folder.resolve(name), lines);
  }

  @Test
  void tellsTheDecisionByItsExitCode() throws IOException {
    String log = log("combined.log", 4_000).toString();
    CommandRun run = run("compare", log, "--gates", "error-rate,cost");
    assertThat(run.out()).startsWith("PROMOTE gemini");
    assertThat(run.code()).isEqualTo(20);
    assertThat(run("compare", log).code()).isEqualTo(23);
  }

  @Test
  void writesThePageAndJsonOfTheSame() throws IOException {
    String log = log("combined.log", 500).toString();
    Path page = folder.resolve("report.html");
    CommandRun run = run("compare", log, "--json", "--html", page.toString());
    assertThat(run.out()).startsWith("{\"decision\":\"keep-collecting\"");
    assertThat(Files.readString(page)).contains("KEEP COLLECTING").contains("<svg");
  }

  @Test
  void saysWhatIsNoLog() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear all,\nno log here.\n");
    CommandRun run = run("compare", file.toString());
    assertThat(run.code()).isEqualTo(24);
    assertThat(run.out())
        .contains("no line 'AI Request'")
        .contains("2 not a line of JSON")
        .contains("letter.txt line 1");
    assertThat(run("compare", folder.resolve("none").toString()).err()).contains("is not there");
    assertThat(run("compare", file.toString(), "--gates", "speed").code()).isEqualTo(2);
  }
}
