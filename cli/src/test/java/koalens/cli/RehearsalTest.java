package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The how-to on emulated providers, walked through with the commands that it prints, by real
/// processes; only the ports are free ones.
class RehearsalTest {
  private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final JsonMapper JSON = new JsonMapper();
  private static final int ANALYSES = 50;

  @TempDir private Path folder = Path.of(".");

  private final List<Process> running = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : running) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void everyStepDoesWhatItSays() throws Exception {
    int port = freePort();
    installLauncher();
    List<String> steps = steps(port);
    start(steps.get(0), port);
    Path settings = folder.resolve("emulated.env");
    await(() -> Files.exists(settings) && Files.readAllLines(settings).size() == 4);
    start(steps.get(1), port);
    await(() -> isHealthy(port));
    run(steps.get(2));
    List<JsonNode> gemini = json(run(steps.get(3).replace("| jq", "| jq -c")));
    assertThat(gemini)
        .isNotEmpty()
        .allSatisfy(line -> {
          assertThat(line.path("msg").asString()).isEqualTo("AI Request");
          assertThat(line.path("provider").asString()).isEqualTo("gemini");
          assertThat(line.path("deployment.environment.name").asString()).isEqualTo("staging");
        });
    List<String> outcomes = run(steps.get(4)).lines().toList();
    assertThat(outcomes).anyMatch(line -> line.endsWith("gemini ok -"));
    assertThat(outcomes).anyMatch(line -> line.endsWith("claude ok -"));
    assertThat(counted(outcomes)).isGreaterThanOrEqualTo(ANALYSES);
    // An attempt may end before it got there, and a call that hangs is not over yet.
    assertThat(counted(run(steps.get(5)).lines().toList()))
        .isBetween(ANALYSES / 2, counted(outcomes));
    assertThat(run(steps.get(6)).lines())
        .hasSizeGreaterThan(ANALYSES / 2)
        .allMatch(added -> added.matches("-?\\d+(\\.\\d+)?"));
  }

  private List<String> steps(int port) throws IOException {
    Path root = Path.of(System.getProperty("koalens.root", ".."));
    String text = Files.readString(root.resolve("docs/how-to/rehearse-providers.md"));
    return COMMANDS
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1).replace("localhost:8080", "localhost:" + port))
        .toList();
  }

  // The launcher builds first: here, what is tested is built already.
  private void installLauncher() throws IOException {
    Path launcher =
        Files.writeString(
            folder.resolve("koalens"),
            """
            #!/bin/sh
            [ "$1" != emulate ] || set -- "$@" --gemini-port 0 --claude-port 0
            exec '%s' --enable-native-access=ALL-UNNAMED -cp '%s' koalens.cli.Main "$@"
            """
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"))));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  private void start(String commands, int port) throws IOException {
    ProcessBuilder builder = bash(commands);
    builder.environment().put("PORT", String.valueOf(port));
    builder.environment().put("DATA_DIR", folder.resolve("data").toString());
    running.add(
        builder
            .redirectOutput(folder.resolve(running.size() + ".out").toFile())
            .redirectError(folder.resolve(running.size() + ".err").toFile())
            .start());
  }

  private String run(String commands) throws IOException, InterruptedException {
    Process process = bash(commands).redirectErrorStream(true).start();
    String out =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(commands + out).isZero();
    return out;
  }

  private ProcessBuilder bash(String commands) {
    return new ProcessBuilder("bash", "-c", commands).directory(folder.toFile());
  }

  private void await(Callable<Boolean> ready) throws Exception {
    while (!ready.call()) {
      for (Process process : running) {
        assertThat(process.isAlive()).as(said()).isTrue();
      }
      Thread.sleep(100);
    }
  }

  private String said() throws IOException {
    var said = new StringBuilder();
    for (int i = 0; i < running.size(); i++) {
      said.append(Files.readString(folder.resolve(i + ".out")));
      said.append(Files.readString(folder.resolve(i + ".err")));
    }
    return said.toString();
  }

  private static boolean isHealthy(int port) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"));
      return client.send(health.build(), HttpResponse.BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int counted(List<String> lines) {
    return lines.stream().mapToInt(line -> Integer.parseInt(line.strip().split(" ", 2)[0])).sum();
  }

  private static List<JsonNode> json(String lines) {
    return lines.lines().map(JSON::readTree).toList();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
