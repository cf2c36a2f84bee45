package koalens.operations.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Slack and Alertmanager are told of a deployment.
class TellingTest {
  private static final String ALERTMANAGER = "prometheus-alertmanager";

  @TempDir private Path folder = Path.of(".");

  private static ReleaseRecord record(Ending ending, String... notes) {
    return new ReleaseRecord(
        "1",
        "staging",
        "a <tester>",
        Instant.EPOCH,
        "0123456789abcdef",
        "1",
        Optional.empty(),
        Stage.ENDED,
        Optional.of(ending),
        List.of(notes));
  }

  @Test
  void slackIsToldHowItEndedAndWhy() throws Exception {
    var bodies = new CopyOnWriteArrayList<String>();
    HttpServer slack = receiver(200, bodies);
    try {
      var hook = new SlackHook(address(slack));
      assertThat(hook.tell(record(Ending.ROLLED_BACK, "health & <status> failed"))).isTrue();
    } finally {
      slack.stop(0);
    }
    JsonNode told = new JsonMapper().readTree(bodies.getFirst());
    assertThat(told.path("text").asString())
        .contains("staging `0123456789ab`")
        .contains("a &lt;tester&gt;")
        .contains("rolled back");
    assertThat(told.at("/blocks/1/text/text").asString())
        .contains("• health &amp; &lt;status&gt; failed");
  }

  @Test
  void aSlackThatFailsOrIsGoneIsSaidAndNothingMore() throws Exception {
    HttpServer slack = receiver(500, new ArrayList<>());
    var hook = new SlackHook(address(slack));
    assertThat(hook.tell(record(Ending.KEPT))).isFalse();
    slack.stop(0);
    assertThat(hook.tell(record(Ending.KEPT))).isFalse();
  }

  @Test
  void aRealAlertmanagerIsSilentDuringADeploymentAndNotAfter() throws Exception {
    Assumptions.assumeTrue(isInstalled(ALERTMANAGER), ALERTMANAGER + " is not installed");
    int port = freePort();
    Files.writeString(
        folder.resolve("alertmanager.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
    Process process =
        new ProcessBuilder(
                ALERTMANAGER,
                "--config.file=alertmanager.yml",
                "--storage.path=data",
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    var said = new ArrayList<String>();
    try {
      URI alertmanager = URI.create("http://127.0.0.1:" + port);
      awaitAnswer(alertmanager.resolve("/-/ready"));
      try (Silence _ =
          Silence.begin(
              Optional.of(alertmanager), "staging", Duration.ofMinutes(5), "abc", said::add)) {
        assertThat(states(alertmanager)).containsExactly("active staging");
      }
      assertThat(states(alertmanager)).containsExactly("expired staging");
    } finally {
      process.destroy();
      process.waitFor();
    }
    assertThat(said)
        .containsExactly("alerts of staging are silent until this is over", "alerts speak again");
  }

  @Test
  void anAlertmanagerThatIsGoneStopsNoDeployment() throws Exception {
    var said = new ArrayList<String>();
    URI nobody = URI.create("http://127.0.0.1:" + freePort());
    Silence.begin(Optional.of(nobody), "staging", Duration.ofMinutes(5), "abc", said::add).close();
    assertThat(said).containsExactly("Alertmanager was not silenced: it may tell of the restart");
  }

  private static List<String> states(URI alertmanager) throws IOException {
    try (var in = alertmanager.resolve("/api/v2/silences").toURL().openStream()) {
      return new JsonMapper()
          .readTree(in)
          .valueStream()
          .map(silence ->
              silence.at("/status/state").asString("")
                  + " "
                  + silence.at("/matchers/0/value").asString(""))
          .toList();
    }
  }

  private static HttpServer receiver(int status, List<String> bodies) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          bodies.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          call.sendResponseHeaders(status, -1);
          call.close();
        });
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  private static void awaitAnswer(URI address) throws InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      try (var in = address.toURL().openStream()) {
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
