package koalens.operations.release;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Tells a channel of Slack how a deployment ended, through an incoming webhook.
///
/// @param address the webhook's: a secret, never shown
public record SlackHook(URI address) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_LETTERS = 2_800;
  private static final JsonMapper JSON = new JsonMapper();

  /// Tells it.
  ///
  /// @return whether Slack took it; what Slack thinks changes nothing about the deployment
  public boolean tell(ReleaseRecord record) throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(message(record)))
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  // Plain text beside the blocks: what a telephone shows.
  static String message(ReleaseRecord record) {
    Ending ending = record.ending().orElse(Ending.INCONCLUSIVE);
    String headline =
        "%s %s `%s` by %s: *%s*"
            .formatted(
                sign(ending),
                record.environment(),
                record.commit().substring(0, Math.min(12, record.commit().length())),
                escaped(record.who()),
                words(ending));
    String notes =
        record.notes().stream().map(note -> "• " + escaped(note)).collect(Collectors.joining("\n"));
    String shown = notes.length() > MOST_LETTERS ? notes.substring(0, MOST_LETTERS) + "…" : notes;
    return JSON.writeValueAsString(
        Map.of(
            "text",
            headline,
            "blocks",
            List.of(section(headline), section("%s ".formatted(shown)))));
  }

  private static Map<String, Object> section(String text) {
    return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", text));
  }

  private static String sign(Ending ending) {
    return switch (ending) {
      case KEPT -> ":large_green_circle:";
      case ROLLED_BACK -> ":leftwards_arrow_with_hook:";
      case BROKEN -> ":rotating_light:";
      case REFUSED -> ":no_entry:";
      case INCONCLUSIVE -> ":grey_question:";
    };
  }

  private static String words(Ending ending) {
    return switch (ending) {
      case KEPT -> "the new version answers, and rightly";
      case ROLLED_BACK -> "rolled back: the version before answers again";
      case BROKEN -> "neither version answers rightly: a person is needed now";
      case REFUSED -> "refused: nothing was deployed";
      case INCONCLUSIVE -> "it answers rightly, but something could not be told";
    };
  }

  // The three letters that mean something to Slack.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
