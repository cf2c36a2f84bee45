package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import koalens.emulator.Emulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// `koalens emulate`, from its printed settings to a recorded call.
class EmulateTest {
  private static final String ANY_PORTS = "--gemini-port=0 --claude-port=0";
  private static final String ASKED =
      """
      {"contents":[{"parts":[{"text":"[\\"Vassle\\"]"}]}]}\
      """;

  @TempDir private Path folder = Path.of(".");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private CommandLine line() {
    return Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
  }

  private Map<String, String> settings(Future<Integer> run)
      throws InterruptedException, ExecutionException {
    while (!err.toString().contains("Ctrl-C")) {
      assertThat(run.isDone()).as(err.toString()).isFalse();
      Thread.sleep(20);
    }
    return out.toString()
        .lines()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  private static HttpResponse<String> ask(String baseUrl) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(
                  URI.create(baseUrl + "/v1beta/models/gemini-3.8-flash:generateContent"))
              .header("x-goog-api-key", "emulated")
              .POST(HttpRequest.BodyPublishers.ofString(ASKED))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void printsTheSettingsThatUseItAndRecordsEachCall() throws Exception {
    Path scenario =
        Files.writeString(
            folder.resolve("scenario.json"),
            "{\"truth\":{\"vassle\":\"non-vegan\"},\"gemini\":{\"accuracy\":1}}");
    Path calls = folder.resolve("calls.jsonl");
    var run =
        new FutureTask<>(() ->
            line()
                .execute(
                    ("emulate " + ANY_PORTS + " --scenario " + scenario + " --record " + calls)
                        .split(" ", -1)));
    Thread thread = Thread.ofPlatform().start(run);
    Map<String, String> settings = settings(run);
    assertThat(settings)
        .containsOnlyKeys(
            "GEMINI_BASE_URL", "GEMINI_API_KEY", "ANTHROPIC_BASE_URL", "ANTHROPIC_API_KEY");
    HttpResponse<String> answer = ask(settings.getOrDefault("GEMINI_BASE_URL", ""));
    assertThat(answer.body()).contains("Vassle: non-vegan");
    assertThat(answer.headers().firstValue(Emulator.ANNOUNCEMENT)).isPresent();
    thread.interrupt();
    assertThat(run.get()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(calls))
        .contains("\"provider\":\"gemini\"", "\"status\":200", "\"serviceMs\":");
  }

  @Test
  void namesTheFieldOfAScenarioThatCannotBeUsed() throws IOException {
    for (List<String> bad :
        List.of(
            List.of("{\"gemini\":{\"faults\":{\"slow\":0.1}}}", "gemini.faults.slow"),
            List.of("{\"gemini\":{\"accuracy\":2}}", "gemini.accuracy"),
            List.of("{\"colour\":1}", "colour"),
            List.of("{\"truth\":{\"havre\":\"green\"}}", "truth.havre"),
            List.of(
                "{\"anthropic\":{\"outages\":[{\"seconds\":1}]}}", "anthropic.outages[0].fault"),
            List.of("nonsense", "not JSON"))) {
      Path file = Files.writeString(folder.resolve("bad.json"), bad.get(0));
      assertThat(line().execute("emulate", "--scenario", file.toString()))
          .isEqualTo(ExitCode.FAILED);
      assertThat(err.toString()).contains(bad.get(1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--latency-ms=-5",
        "--latency-ms=99999999999",
        "--gemini-port=-1",
        "--claude-port=70000",
        "--gemini-accuracy=1.5",
        "--claude-accuracy=NaN",
        "--fault-rate=-0.1",
        "--fault-rate=Infinity",
        "--false-vegan=0.2",
        "--seed=lots"
      })
  void refusesWhatCannotBeByTheOptionsName(String option) {
    assertThat(line().execute("emulate", option)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines().findFirst().orElse(""))
        .contains(option.substring(0, option.indexOf('=')));
    assertThat(out.toString()).isEmpty();
  }
}
