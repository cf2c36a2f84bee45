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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareTest {
  @TempDir private Path folder = Path.of(".");

  /// One analysis in ten of claude's fails.
  private Path log(String name, int analyses) throws IOException {
    return log(name, analyses, "claude", 50);
  }

  /// One analysis in ten of the failing provider's fails; claude's cost so much each, gemini's 50.
  private Path log(String name, int analyses, String failing, int cost) throws IOException {
    var random = new SplittableRandom(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < analyses; i++) {
      String provider = random.nextBoolean() ? "gemini" : "claude";
      boolean fails = random.nextInt(10) == 0 && provider.equals(failing);
      lines.add(
          "{\"ts\":\"2026-11-20T%02d:%02d:%02dZ\",\"msg\":\"AI Request\",\"analysis_id\":\"a%d\",\"provider\":\"%s\",\"assignment\":\"random\",\"latency_ms\":%d,\"status\":\"%s\",\"cost_usd_micros\":%d}"
              .formatted(
                  i / 3_600 % 24,
                  i / 60 % 60,
                  i % 60,
                  i,
                  provider,
                  300 + random.nextInt(200),
                  fails ? "timeout" : "ok",
                  provider.equals("claude") ? cost : 50));
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

  @ParameterizedTest
  @CsvSource({
    "gemini, 50, 4000, PROMOTE claude, 21",
    "nobody, 50, 40000, EQUIVALENT, 22",
    "gemini, 500, 8000, TRADE-OFF, 25"
  })
  void tellsEachDecisionByACodeOfItsOwn(
      String failing, int cost, int analyses, String decision, int code) throws IOException {
    String log = log("combined.log", analyses, failing, cost).toString();

    CommandRun run = run("compare", log, "--gates", "error-rate,cost");

    assertThat(run.out()).startsWith(decision);
    assertThat(run.code()).isEqualTo(code);
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
