package koalens.operations.diagnosis;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks over HTTP; whatever goes wrong is an answer too. Thread-safe.
final class Asking implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int MOST_BYTES = 8 << 20;
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// What came back.
  ///
  /// @param status the HTTP status; 0 when nobody answered
  /// @param headers its headers
  /// @param body its text; the reason when nobody answered
  record Reply(int status, HttpHeaders headers, String body) {
    boolean ok() {
      return status == 200;
    }

    boolean answered() {
      return status != 0;
    }

    /// The body as JSON; a missing node when it is none.
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JacksonException e) {
        return tools.jackson.databind.node.MissingNode.getInstance();
      }
    }
  }

  Reply get(String address) throws InterruptedException {
    return ask("GET", address, Map.of());
  }

  Reply ask(String method, String address, Map<String, String> headers)
      throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(PATIENCE)
              .method(method, BodyPublishers.noBody());
      headers.forEach(request::setHeader);
      HttpResponse<byte[]> response =
          client.send(
              request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
      return new Reply(
          response.statusCode(),
          response.headers(),
          new String(response.body(), StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Reply(0, HttpHeaders.of(Map.of(), (_, _) -> true), said);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
