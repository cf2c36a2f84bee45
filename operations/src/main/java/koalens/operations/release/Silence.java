package koalens.operations.release;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps Alertmanager from waking people over a restart that is planned. Ends when closed, and by
/// itself when whoever asked for it was killed. An Alertmanager that cannot be reached stops no
/// deployment: it is said, and that is all.
public final class Silence implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  private final Optional<URI> alertmanager;
  private final Optional<String> id;
  private final Consumer<String> progress;

  private Silence(Optional<URI> alertmanager, Optional<String> id, Consumer<String> progress) {
    this.alertmanager = alertmanager;
    this.id = id;
    this.progress = progress;
  }

  /// Silences the alerts of an environment.
  ///
  /// @param alertmanager where it is; nothing is silenced when there is none
  /// @param longest after so long it ends by itself
  /// @param comment what Alertmanager shows as the reason
  /// @param progress told what came of it
  public static Silence begin(
      Optional<URI> alertmanager,
      String environment,
      Duration longest,
      String comment,
      Consumer<String> progress)
      throws InterruptedException {
    if (alertmanager.isEmpty()) {
      return new Silence(alertmanager, Optional.empty(), progress);
    }
    Instant now = Instant.now();
    String body =
        JSON.writeValueAsString(
            Map.of(
                "matchers",
                List.of(
                    Map.of(
                        "name",
                        "environment",
                        "value",
                        environment,
                        "isRegex",
                        false,
                        "isEqual",
                        true)),
                "startsAt",
                now.toString(),
                "endsAt",
                now.plus(longest).toString(),
                "createdBy",
                "koalens deploy",
                "comment",
                comment));
    Optional<String> id =
        send(alertmanager.get(), "POST", "/api/v2/silences", body).flatMap(answer -> read(answer));
    progress.accept(
        id.map(it -> "alerts of %s are silent until this is over".formatted(environment))
            .orElse("Alertmanager was not silenced: it may tell of the restart"));
    return new Silence(alertmanager, id, progress);
  }

  private static Optional<String> read(String answer) {
    try {
      return Optional.of(JSON.readTree(answer).path("silenceID").asString(""))
          .filter(id -> !id.isEmpty());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> send(URI alertmanager, String method, String path, String body)
      throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(alertmanager.resolve(path))
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/json")
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Lets Alertmanager speak again.
  @Override
  public void close() {
    if (id.isEmpty() || alertmanager.isEmpty()) {
      return;
    }
    try {
      Optional<String> ended =
          send(alertmanager.get(), "DELETE", "/api/v2/silence/" + id.get(), "");
      progress.accept(
          ended.isPresent()
              ? "alerts speak again"
              : "the silence %s could not be ended: amtool silence expire".formatted(id.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
