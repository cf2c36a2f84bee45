package koalens.cli.rehearsal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// One server process of an app.
///
/// @param process the server
/// @param port where it listens
/// @param metricsPort where its figures are
/// @param environment what it was started with
record Machine(Process process, int port, int metricsPort, Map<String, String> environment) {
  private static final String METRICS_PORT = "METRICS_PORT";
  private static final Duration BOOT = Duration.ofMinutes(3);

  Machine {
    environment = Map.copyOf(environment);
  }

  /// Starts a server in a folder of its own; it may not answer yet.
  static Machine start(Koalens koalens, Path folder, Map<String, String> settings)
      throws IOException {
    Files.createDirectories(folder);
    int port = Programs.freePort();
    var environment = new HashMap<>(settings);
    environment.put("PORT", String.valueOf(port));
    environment.put("HOST", "127.0.0.1");
    // Machines share this one's ports, which they do not at Fly.
    int metrics = settings.containsKey(METRICS_PORT) ? Programs.freePort() : port;
    environment.computeIfPresent(METRICS_PORT, (_, _) -> String.valueOf(metrics));
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("LOG_DIR", logs(folder).toString());
    Redirect output = Redirect.appendTo(folder.resolve("output").toFile());
    Process process = koalens.start(folder, environment, output, "serve");
    return new Machine(process, port, metrics, environment);
  }

  // Apart from everything else it writes: only logs are compared.
  private static Path logs(Path folder) {
    return folder.resolveSibling("log").resolve(String.valueOf(folder.getFileName()));
  }

  /// Waits until it answers; not for ever.
  boolean isHealthy() throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long end = System.nanoTime() + BOOT.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (process.isAlive() && System.nanoTime() < end) {
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
            return true;
          }
        } catch (IOException e) {
          // It boots.
        }
        Thread.sleep(100);
      }
    }
    return false;
  }

  void end() {
    Programs.end(process);
  }
}
