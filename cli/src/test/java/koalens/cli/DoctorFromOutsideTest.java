package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koalens.backend.configure.Settings;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Scenario;
import koalens.server.KoalensServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `koalens doctor --url` on real servers, well and ill.
class DoctorFromOutsideTest {
  private static final String ORIGIN = "https://koalens.example";

  @TempDir private Path folder = Path.of(".");

  private record Run(int code, String out) {}

  private static Run doctor(String url, String... more) {
    var out = new StringWriter();
    CommandLine line = Main.commandLine().setOut(new PrintWriter(out));
    var arguments = new java.util.ArrayList<>(List.of("doctor", "--url", url));
    arguments.addAll(List.of(more));
    return new Run(line.execute(arguments.toArray(String[]::new)), out.toString());
  }

  private KoalensServer serve(Map<String, String> settings) {
    var all =
        new HashMap<>(
            Map.of(
                "PORT", "0",
                "HOST", "127.0.0.1",
                "REQUESTS_PER_MINUTE", "0",
                "ANALYSES_PER_MONTH", "0",
                "CORS_ORIGIN", ORIGIN,
                "DATA_DIR", folder.resolve("data").toString()));
    all.putAll(settings);
    return KoalensServer.start(Settings.read(all));
  }

  private static String url(KoalensServer server) {
    return "http://127.0.0.1:" + server.port();
  }

  @Test
  void findsNothingInAServerThatIsWell() {
    try (KoalensServer server = serve(Map.of())) {
      Run run = doctor(url(server), "--origin", ORIGIN);
      assertThat(run.out())
          .doesNotContain("TROUBLE")
          .contains("the page and its script come")
          .contains(ORIGIN + " is let in")
          .contains("no provider has a key");
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void saysThatNobodyAnswersOnceAndWithTheCommandThatShowsIt() throws IOException {
    String url = "http://127.0.0.1:" + freePort();
    Run run = doctor(url, "--origin", ORIGIN);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .containsOnlyOnce("TROUBLE")
        .contains("nobody answers at " + url)
        .contains("$ curl -sS -m 10 -i " + url + "/health");
  }

  @Test
  void findsTheOldVersionAndTheOriginThatIsShutOut() {
    try (KoalensServer server = serve(Map.of("CORS_ORIGIN", "https://other.example"))) {
      Run run = doctor(url(server), "--origin", ORIGIN, "--commit", "0123456789abcdef");
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .containsPattern("TROUBLE +deploy +commit \\S+ answers, not 0123456789abcdef")
          .containsPattern("TROUBLE +cors +https://koalens.example is not let in")
          .contains("-H 'Origin: https://koalens.example'");
    }
  }

  @Test
  void findsAKeyThatIsRefusedAndAWeightThatSplitsNothing() throws Exception {
    try (Emulator gemini = Emulator.start(Provider.GEMINI, Scenario.of(1), 0);
        Emulator claude = Emulator.start(Provider.ANTHROPIC, Scenario.of(1), 0);
        KoalensServer server =
            serve(
                Map.of(
                    "APP_ENV", "staging",
                    "GEMINI_BASE_URL", gemini.baseUrl(),
                    "ANTHROPIC_BASE_URL", claude.baseUrl(),
                    "GEMINI_API_KEY", "emulated",
                    "ANTHROPIC_API_KEY", "emulated",
                    "ENABLE_AB_TEST", "true",
                    "AB_WEIGHT_CLAUDE", "0"))) {
      gemini.failNext(ErrorFault.INVALID_KEY);
      ask(server, 25);
      Run run = doctor(url(server), "--origin", ORIGIN);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .containsPattern("TROUBLE +keys +calls were refused: authentication 1")
          .containsPattern("TROUBLE +split +only one provider is assigned");
    }
  }

  private static void ask(KoalensServer server, int times) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < times; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(url(server) + "/analyze-text"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"text\":\"vatten, salt\",\"userId\":\"u" + i + "\"}"))
                .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void findsAPrometheusWithoutAlertsAndSaysWhereNobodyTells() throws Exception {
    String program = "prometheus";
    Assumptions.assumeTrue(isInstalled(program), program + " is not installed");
    int port = freePort();
    Files.writeString(folder.resolve("prometheus.yml"), "global: {scrape_interval: 1s}\n");
    Process prometheus =
        new ProcessBuilder(
                program, "--config.file=prometheus.yml", "--web.listen-address=127.0.0.1:" + port)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    try (KoalensServer server = serve(Map.of())) {
      String address = "http://127.0.0.1:" + port;
      awaitAnswer(address + "/-/ready");
      Run run =
          doctor(
              url(server),
              "--prometheus",
              address,
              "--alertmanager",
              "http://127.0.0.1:" + freePort());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .containsPattern("TROUBLE +alerts +Prometheus has no alerts")
          .containsPattern("TROUBLE +alerts +Alertmanager does not answer");
    } finally {
      prometheus.destroy();
      prometheus.waitFor();
    }
  }

  private static void awaitAnswer(String address) throws InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      try (var in = URI.create(address).toURL().openStream()) {
        in.readAllBytes();
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError(address + " did not answer");
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
