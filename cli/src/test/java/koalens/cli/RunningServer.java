package koalens.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `koalens serve` in a process of its own, as an operator starts it.
final class RunningServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int TRIES = 600;

  private final Process process;
  private final int port;
  private final Path log;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningServer(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /// A process that starts; ask it once [#awaitHealth()] returned.
  ///
  /// @param data its folder, in which its log lies too
  /// @param settings its environment, besides port and folder
  /// @param before what its command begins with, such as a shell that sets limits
  static RunningServer launch(Path data, Map<String, String> settings, String... before) {
    int port = freePort();
    try {
      Files.createDirectories(data);
      var command = new ArrayList<>(List.of(before));
      command.addAll(ProgramRun.command("serve"));
      Path log = Files.createTempFile("koalens-serve", ".log");
      log.toFile().deleteOnExit();
      var builder = new ProcessBuilder(command);
      var environment = new HashMap<>(Map.of("LOG_LEVEL", "warn", "HOST", "127.0.0.1"));
      environment.putAll(settings);
      environment.put("PORT", String.valueOf(port));
      environment.put("DATA_DIR", data.toString());
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new RunningServer(builder.start(), port, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A server that answers.
  static RunningServer start(Path data, Map<String, String> settings) throws InterruptedException {
    return launch(data, settings).awaitHealth();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RunningServer awaitHealth() throws InterruptedException {
    for (int tries = 0; tries < TRIES && process.isAlive(); tries++) {
      try {
        if (send(request("/health").GET()).statusCode() == 200) {
          return this;
        }
      } catch (UncheckedIOException e) {
        Thread.sleep(100);
      }
    }
    close();
    throw new AssertionError("the server did not start: " + log());
  }

  int port() {
    return port;
  }

  /// What it printed so far.
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    request.timeout(Duration.ofMinutes(1));
    return headers.length == 0 ? request : request.headers(headers);
  }

  /// Sends it.
  ///
  /// @throws UncheckedIOException when the server does not answer
  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Sends it as whoever has the token; nobody has the empty one.
  HttpResponse<String> call(String token, String method, String path, String body) {
    var request = request(path).method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(body.isEmpty() ? request : request.header("Content-Type", "application/json"));
  }

  HttpResponse<String> get(String token, String path) {
    return call(token, "GET", path, "");
  }

  HttpResponse<String> analyze(String token) {
    return call(token, "POST", "/analyze-text", "{\"text\":\"Vatten, mjölk\"}");
  }

  String newToken() {
    return json(call("", "POST", "/devices", "")).get("token").asString();
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /// Ends it as `kill -9` does.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Asks it to stop and waits until it has.
  ///
  /// @return its exit code
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    client.close();
  }
}
