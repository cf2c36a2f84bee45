package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  @TempDir private Path folder = Path.of(".");

  private static void ask(Handler handler, String token) throws Exception {
    WebServer server =
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(0)
            .routing(routing -> routing.any(handler))
            .build()
            .start();
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
              .header("Authorization", "Bearer " + token)
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("failed");
    } finally {
      server.stop();
    }
  }

  @Test
  void givesBackWhatAnEndpointTookThatEndedWithAnError() throws Exception {
    Settings settings =
        Settings.read(Map.of("DATA_DIR", folder.toString(), "ANALYSES_PER_MONTH", "5"));
    try (Application application = Application.open(settings)) {
      var people = application.people();
      var gate = new Gate(people, settings.people(), Clock.systemUTC());
      String token = people.devices().issue();
      ask(
          (request, response) -> {
            try {
              gate.pass(
                  request,
                  Access.COUNTED,
                  _ -> {
                    throw new StackOverflowError();
                  });
            } catch (StackOverflowError e) {
              response.send("failed");
            }
          },
          token);
      var person = people.doorkeeper().admit(Optional.of("Bearer " + token)).findPerson();
      assertThat(people.allowance().usage(person.orElseThrow()).used()).isZero();
    }
  }
}
