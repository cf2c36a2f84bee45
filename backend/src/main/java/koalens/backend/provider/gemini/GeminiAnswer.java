package koalens.backend.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import koalens.backend.provider.Failure;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.Reply;
import koalens.backend.provider.wire.HttpAnswer;
import koalens.backend.provider.wire.Json;

/// Reads an answer of status 200: a reply, or why it is none.
///
/// @param reply what came back
/// @param failure why it is no answer, where it is none
record GeminiAnswer(Optional<Reply> reply, Optional<Failure> failure) {

  static GeminiAnswer of(HttpAnswer http) {
    JsonNode response = Json.treeOrMissing(http.body());
    JsonNode candidate = response.path("candidates").path(0);
    Optional<String> block = Json.code(response.path("promptFeedback").path("blockReason"));
    Optional<String> finish = Json.code(candidate.path("finishReason"));
    if (block.isEmpty() && finish.isEmpty()) {
      return new GeminiAnswer(Optional.empty(), Optional.of(broken(http, response)));
    }
    Reply reply = reply(http, response, candidate, finish.or(() -> block).orElseThrow());
    Optional<FailureKind> kind =
        finish.isEmpty()
            ? Optional.of(FailureKind.BLOCKED)
            : kind(finish.get(), reply.text().isBlank());
    return new GeminiAnswer(
        Optional.of(reply), kind.map(failed -> failure(failed, http, Optional.of(reply))));
  }

  private static Failure broken(HttpAnswer http, JsonNode response) {
    if (GeminiErrors.error(response).isObject()) {
      return GeminiErrors.failure(http, Instant.now());
    }
    // No candidates and no reason: how some blocked prompts come back.
    boolean blocked = response.has("usageMetadata") && !response.has("candidates");
    return failure(
        blocked ? FailureKind.BLOCKED : FailureKind.MALFORMED_ANSWER, http, Optional.empty());
  }

  private static Reply reply(
      HttpAnswer http, JsonNode response, JsonNode candidate, String finish) {
    JsonNode usage = response.path("usageMetadata");
    return new Reply(
        text(candidate.path("content").path("parts")),
        GeminiUsage.of(usage),
        usage.isObject() ? usage.toString() : "{}",
        Json.code(response.path("responseId")),
        Json.code(response.path("modelVersion")).orElse(""),
        finish,
        Optional.of(http.timeToFirstByte()));
  }

  private static String text(JsonNode parts) {
    return parts
        .valueStream()
        .filter(part -> !part.path("thought").asBoolean(false))
        .map(part -> part.path("text").asText(""))
        .collect(Collectors.joining());
  }

  private static Optional<FailureKind> kind(String finish, boolean empty) {
    return switch (finish) {
      case "STOP" -> empty ? Optional.of(FailureKind.STOPPED) : Optional.empty();
      case "MAX_TOKENS" -> Optional.of(FailureKind.TRUNCATED);
      case "RECITATION" -> Optional.of(FailureKind.RECITATION);
      case "SAFETY", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY" ->
          Optional.of(FailureKind.SAFETY);
      default -> Optional.of(FailureKind.STOPPED);
    };
  }

  private static Failure failure(FailureKind kind, HttpAnswer http, Optional<Reply> reply) {
    return new Failure(
        kind,
        OptionalInt.of(http.status()),
        reply.map(Reply::finishReason),
        reply.flatMap(Reply::requestId),
        Optional.empty(),
        reply);
  }
}
