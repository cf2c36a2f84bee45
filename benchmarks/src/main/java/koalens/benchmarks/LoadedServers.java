package koalens.benchmarks;

import io.helidon.webserver.WebServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import koalens.backend.configure.Settings;
import koalens.server.KoalensServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// KoaLens as it is shipped, and a JSON echo of the same server library: it parses the body, writes
/// it again and notes the request in the same log. Prints both ports.
final class LoadedServers {
  /// What the line with the ports begins with.
  static final String PORTS = "ports ";

  private static final Logger ACCESS = LoggerFactory.getLogger("koalens.access");

  private LoadedServers() {}

  public static void main(String[] arguments) throws InterruptedException {
    WebServer echo = echo();
    try (KoalensServer server = KoalensServer.start(Settings.current())) {
      System.out.println(PORTS + echo.port() + " " + server.port());
      server.awaitStop();
    } finally {
      echo.stop();
    }
  }

  private static WebServer echo() {
    var json = new JsonMapper();
    return WebServer.builder()
        .host("127.0.0.1")
        .port(0)
        .featuresDiscoverServices(false)
        .routing(routes ->
            routes.post(
                "/echo",
                (request, response) -> {
                  long began = System.nanoTime();
                  var tree = json.readTree(request.content().inputStream().readAllBytes());
                  response.header("Content-Type", "application/json");
                  response.send(json.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8));
                  note(Duration.ofNanos(System.nanoTime() - began));
                }))
        .build()
        .start();
  }

  // The line that KoaLens writes of every request, into the same log.
  private static void note(Duration duration) {
    ACCESS
        .atInfo()
        .addKeyValue("requestId", UUID.randomUUID().toString())
        .addKeyValue("method", "POST")
        .addKeyValue("route", "/echo")
        .addKeyValue("status", 200)
        .addKeyValue("durationMs", duration.toMillis())
        .log("request");
  }
}
