package koalens.benchmarks;

import io.helidon.webserver.WebServer;
import java.nio.charset.StandardCharsets;
import koalens.backend.configure.Settings;
import koalens.server.KoalensServer;
import tools.jackson.databind.json.JsonMapper;

/// KoaLens as it is shipped, and a bare JSON echo of the same server library. Prints both ports.
final class LoadedServers {
  /// What the line with the ports begins with.
  static final String PORTS = "ports ";

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
                  var tree = json.readTree(request.content().inputStream().readAllBytes());
                  response.header("Content-Type", "application/json");
                  response.send(json.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8));
                }))
        .build()
        .start();
  }
}
