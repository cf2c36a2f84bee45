package koalens.cli;

import static koalens.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `koalens compare` says of input that is not as it should be: file, line, and a decision
/// only where one is justified.
class CompareBadInputTest {
  private static final int INVALID = 24;
  private static final int KEEP_COLLECTING = 23;
  private static final String LATENCY = "\"latency_ms\":400";

  @TempDir private Path folder = Path.of(".");

  private static String line(int number) {
    return "{\"ts\":\"2026-11-20T%02d:%02d:30Z\",\"msg\":\"AI Request\",\"analysis_id\":\"a%d\",\"provider\":\"%s\",\"assignment\":\"random\",\"start\":\"2026-11-20T%02d:%02d:29Z\",\"latency_ms\":400,\"status\":\"ok\",\"cost_usd_micros\":50}"
        .formatted(
            number / 60 % 24,
            number % 60,
            number,
            number % 2 == 0 ? "gemini" : "claude",
            number / 60 % 24,
            number % 60);
  }

  private static List<String> lines() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 400; i++) {
      lines.add(line(i));
    }
    return lines;
  }

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  private CommandRun compare(String name, List<String> lines) throws IOException {
    return run("compare", file(name, lines).toString());
  }

  @Test
  void whatIsNoLogIsNamedByFileAndLine() throws IOException {
    CommandRun run = compare("letter.txt", List.of("Dear all,", "", "<html>"));
    assertThat(run.code()).isEqualTo(INVALID);
    assertThat(run.out())
        .contains("give the server's log")
        .contains("2 not a line of JSON:")
        .contains("letter.txt line 1")
        .contains("letter.txt line 3")
        .contains("nothing of ours in " + folder.resolve("letter.txt"));
  }

  @Test
  void anEmptyFileIsNamedBesideAGoodOne() throws IOException {
    Path empty = file("empty.log", List.of());
    assertThat(run("compare", empty.toString()).code()).isEqualTo(INVALID);
    assertThat(run("compare", empty.toString()).out())
        .contains("nothing of ours in " + empty)
        .doesNotContain("1970");
    CommandRun both = run("compare", empty.toString(), file("good.log", lines()).toString());
    assertThat(both.code()).isEqualTo(KEEP_COLLECTING);
    assertThat(both.out()).contains("nothing of ours in " + empty).contains("Read 400 lines");
  }

  @Test
  void oneProviderAloneIsComparedWithNothing() throws IOException {
    CommandRun run =
        compare("one.log", lines().stream().filter(line -> line.contains("\"gemini\"")).toList());
    assertThat(run.code()).isEqualTo(INVALID);
    assertThat(run.out())
        .contains("only gemini is in the log: add the other provider's lines")
        .doesNotContain("Gates");
  }

  @Test
  void withoutLabelsItDecidesNothingAboutVerdicts() throws IOException {
    CommandRun run = compare("combined.log", lines());
    assertThat(run.code()).isEqualTo(KEEP_COLLECTING);
    assertThat(run.out())
        .contains("nothing is known of critical-error: give labels with --labels")
        .contains("nothing is known of wrong-verdict: give labels with --labels");
  }

  @Test
  void labelsThatCannotBeReadAreNamedByFileAndLine() throws IOException {
    Path labels = file("truth.tsv", List.of("id\tverdict", "a1\tvegan", "a2\tperhaps"));
    String log = file("combined.log", lines()).toString();
    CommandRun run = run("compare", log, "--labels", labels.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("--labels")
        .contains("truth.tsv line 3")
        .contains("vegan, non-vegan, maybe-vegan");
    assertThat(run("compare", log, "--labels", file("none.tsv", List.of()).toString()).err())
        .contains("none.tsv has no labels");
    assertThat(run("compare", log, "--labels", folder.resolve("away.tsv").toString()).err())
        .contains("away.tsv");
  }

  @Test
  void whatWasTypedWrongIsWrongUsageAndNamed() throws IOException {
    String log = file("combined.log", lines()).toString();
    Path policy = file("rules.properties", List.of("margin.p95 = NaN"));
    assertUsage(run("compare", log, "--policy", policy.toString()), "rules.properties: margin.p95");
    file("rules.properties", List.of("gates ="));
    assertUsage(run("compare", log, "--policy", policy.toString()), "rules.properties: gates");
    file("rules.properties", List.of("alpha = 2"));
    assertUsage(run("compare", log, "--policy", policy.toString()), "rules.properties: alpha");
    assertUsage(run("compare", "-", log), "stands alone");
    assertUsage(run("compare", log, "--html", folder.resolve("no/x.html").toString()), "--html");
    assertUsage(run("plan", "--wrong", "2"), "--wrong");
    assertUsage(run("plan", "--micros", "Infinity"), "--micros");
  }

  private static void assertUsage(CommandRun run, String named) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(named);
  }

  @Test
  void aClockThatWentBackwardsIsNamedByFileAndLineAndDurationsStand() throws IOException {
    List<String> lines = lines();
    lines.set(120, lines.get(120).replace("T02:00:30Z", "T01:10:30Z"));
    CommandRun run = compare("back.log", lines);
    assertThat(run.code()).isEqualTo(KEEP_COLLECTING);
    assertThat(run.out())
        .contains("it went backwards during 1 calls: times of day are in doubt, durations are not")
        .contains("back.log line 121");
  }

  @Test
  void numbersAsTextsAreRead() throws IOException {
    List<String> texts =
        lines().stream()
            .map(line -> line.replace(LATENCY, "\"latency_ms\":\"400\""))
            .map(line -> line.replace(":50}", ":\"50\"}"))
            .toList();
    CommandRun run = compare("texts.log", texts);
    assertThat(run.out()).doesNotContain("a number that cannot be");
    String read = run.out().replace("texts.log", "plain.log");
    assertThat(read).isEqualTo(compare("plain.log", lines()).out());
  }

  @Test
  void durationsThatCannotBeAreNamedByFileAndLine() throws IOException {
    List<String> lines = lines();
    lines.set(7, lines.get(7).replace(LATENCY, "\"latency_ms\":-5"));
    lines.set(9, lines.get(9).replace(LATENCY, "\"latency_ms\":1e300"));
    lines.set(11, lines.get(11).replace(LATENCY, "\"latency_ms\":\"fast\""));
    CommandRun run = compare("absurd.log", lines);
    assertThat(run.out())
        .contains("3 a number that cannot be:")
        .contains("absurd.log line 8")
        .contains("absurd.log line 10")
        .contains("absurd.log line 12")
        .contains("p99                   400 ms");
  }

  @Test
  void aLineOfAHundredMegabytesIsPassedOverAndNamed() throws IOException {
    Path file = folder.resolve("huge.log");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write((line(0) + "\n{\"text\":\"").getBytes(StandardCharsets.UTF_8));
      byte[] much = new byte[1 << 20];
      Arrays.fill(much, (byte) 'x');
      for (int i = 0; i < 100; i++) {
        out.write(much);
      }
      out.write("\"}\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 1; i < 400; i++) {
        out.write((line(i) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    CommandRun run = run("compare", file.toString());
    assertThat(run.code()).isEqualTo(KEEP_COLLECTING);
    assertThat(run.out())
        .contains("400 'AI Request'")
        .contains("1 longer than a line may be: " + file + " line 2");
  }

  @Test
  void moreCallsThanTheMemoryHoldsAreRefusedWithTheMend() throws Exception {
    Path file = folder.resolve("long.log");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 400_000; i++) {
        out.write((line(i) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    ProgramRun run =
        ProgramRun.of(Map.of("JAVA_TOOL_OPTIONS", "-Xmx32m"), "compare", file.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("more calls than")
        .contains("fewer days at a time")
        .contains("-Xmx4g")
        .doesNotContain("OutOfMemoryError");
  }
}
