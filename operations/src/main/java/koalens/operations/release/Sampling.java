package koalens.operations.release;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks a server about labels whose verdicts matter, by its engine alone, so that it costs nothing.
/// Few enough that, with a validation, they stay under the limit of requests a minute.
final class Sampling {
  private static final List<String> LABELS =
      List.of(
          "Vatten, havre, rapsolja, salt",
          "Vatten, socker, mjölk",
          "Vetemjöl, smör, ägg, socker",
          "Ris, kokosmjölk, salt",
          "Socker, gelatin, citronsyra",
          "Water, sugar, E471",
          "Kikärter, tahini, vitlök, salt",
          "Kakaomassa, socker, vasslepulver",
          "Tomat, lök, honung",
          "Potatis, solrosolja, salt");
  private static final int WARMING = 4;
  private static final int ROUNDS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LIMITED = 429;

  private final JsonMapper json = new JsonMapper();
  private final URI address;
  private final List<Duration> times = new ArrayList<>();
  private final Map<String, String> statuses = new HashMap<>();
  private int failures;

  private Sampling(URI base) {
    this.address = URI.create(base.toString().replaceFirst("/+$", "") + "/analyze-text");
  }

  /// The sample; none where nothing answers with a verdict.
  static Optional<Sample> of(URI base) throws InterruptedException {
    var sampling = new Sampling(base);
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build()) {
      return sampling.answers(client)
          ? Optional.of(new Sample(sampling.times, sampling.failures, sampling.statuses))
          : Optional.empty();
    }
  }

  private boolean answers(HttpClient client) throws InterruptedException {
    for (int i = 0; i < WARMING; i++) {
      ask(client, LABELS.get(i));
    }
    if (times.isEmpty()) {
      return false;
    }
    times.clear();
    failures = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (String label : LABELS) {
        ask(client, label);
      }
    }
    return !times.isEmpty();
  }

  private void ask(HttpClient client, String label) throws InterruptedException {
    long began = System.nanoTime();
    try {
      HttpResponse<String> response = client.send(request(label), BodyHandlers.ofString());
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      if (response.statusCode() == LIMITED) {
        return;
      }
      String status = json.readTree(response.body()).path("status").asString("");
      if (response.statusCode() == 200 && !status.isEmpty()) {
        times.add(took);
        statuses.put(label, status);
      } else {
        failures++;
      }
    } catch (IOException | JacksonException e) {
      failures++;
    }
  }

  private HttpRequest request(String label) {
    String body = json.writeValueAsString(Map.of("text", label, "provider", "local"));
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
