package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was answered outlives a process that is killed.
class DurabilityTest {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final int ANALYSES = 200;

  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(strings = {"process", "power"})
  void everyAnsweredAnalysisSurvivesAKill(String durability) throws Exception {
    int port = freePort();
    Process server = serve(port, durability);
    List<String> answered;
    try (HttpClient client = HttpClient.newHttpClient()) {
      awaitHealth(client, port);
      answered = answers(client, port);
    } finally {
      server.destroyForcibly().waitFor();
    }
    assertThat(answered).hasSize(ANALYSES).doesNotHaveDuplicates();
    try (Application after = Application.open(Settings.read(environment(port)))) {
      assertThat(after.ledger().count()).isEqualTo(ANALYSES);
      assertThat(answered).allMatch(id -> after.ledger().find(id).isPresent());
    }
  }

  private List<String> answers(HttpClient client, int port) throws Exception {
    var ids = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = new ArrayList<java.util.concurrent.Future<String>>();
      for (int i = 0; i < ANALYSES; i++) {
        waiting.add(threads.submit(() -> answer(client, port)));
      }
      for (var one : waiting) {
        ids.add(one.get());
      }
    }
    return ids;
  }

  private static String answer(HttpClient client, int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/analyze-text"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"Vatten, mjölk\"}"))
            .build();
    String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    Matcher id = ID.matcher(body);
    return id.find() ? id.group(1) : "no id in " + body;
  }

  private static void awaitHealth(HttpClient client, int port) throws InterruptedException {
    for (int tries = 0; tries < 300; tries++) {
      try {
        HttpRequest health =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build();
        if (client.send(health, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(200);
      }
    }
    throw new AssertionError("the server did not start");
  }

  private Process serve(int port, String durability) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "koalens.cli.Main",
            "serve");
    builder.environment().putAll(environment(port));
    builder.environment().put("LEDGER_DURABILITY", durability);
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("serve.log").toFile());
    return builder.start();
  }

  private Map<String, String> environment(int port) {
    return Map.of("PORT", String.valueOf(port), "DATA_DIR", folder.toString(), "LOG_LEVEL", "warn");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
