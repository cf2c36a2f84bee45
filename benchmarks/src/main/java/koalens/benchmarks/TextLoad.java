package koalens.benchmarks;

import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import koalens.backend.configure.Settings;
import koalens.server.KoalensServer;
import tools.jackson.databind.json.JsonMapper;

/// `/analyze-text` with the ledger on, beside a bare JSON echo of the same server library, in the
/// same run: rounds alternate, so that a noisy neighbour hits both.
///
/// Arguments: connections (default 32), seconds a round (5), rounds (4).
public final class TextLoad {
  private static final String BODY =
      "{\"text\":\"Ingredienser: Vatten, kokosmjölk 12 % (kokosextrakt, vatten), rapsolja, socker,"
          + " potatisstärkelse, salt, emulgeringsmedel (E471), arom. Kan innehålla spår av mjölk,"
          + " ägg och soja.\"}";

  private TextLoad() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int connections = argument(arguments, 0, 32);
    int seconds = argument(arguments, 1, 5);
    int rounds = argument(arguments, 2, 4);
    Path data = Files.createTempDirectory("koalens-load");
    Settings settings =
        Settings.read(Map.of("PORT", "0", "DATA_DIR", data.toString(), "LOG_LEVEL", "warn"));
    WebServer echo = echo();
    try (KoalensServer server = KoalensServer.start(settings)) {
      var echoed = new Load(echo.port(), "/echo", BODY, connections);
      var analyzed = new Load(server.port(), "/analyze-text", BODY, connections);
      echoed.run(seconds);
      analyzed.run(seconds);
      for (int round = 1; round <= rounds; round++) {
        print(round, echoed.run(seconds), analyzed.run(seconds));
      }
    } finally {
      echo.stop();
    }
  }

  private static void print(int round, Load.Result echo, Load.Result analysis) {
    System.out.printf(
        Locale.ROOT,
        "round %d  echo %s  analyze-text %s  ratio %.2f%n",
        round,
        echo,
        analysis,
        analysis.perSecond() / echo.perSecond());
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

  private static int argument(String[] arguments, int index, int standard) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
  }
}
