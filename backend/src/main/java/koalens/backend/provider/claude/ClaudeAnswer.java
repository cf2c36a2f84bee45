package koalens.backend.provider.claude;

import com.fasterxml.jackson.databind.JsonNode;
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
record ClaudeAnswer(Optional<Reply> reply, Optional<Failure> failure) {

  static ClaudeAnswer of(HttpAnswer http) {
    JsonNode message = Json.treeOrMissing(http.body());
    String stop = Json.code(message.path("stop_reason")).orElse("");
    if (!message.path("content").isArray() || stop.isEmpty()) {
      return new ClaudeAnswer(Optional.empty(), Optional.of(broken(http, message)));
    }
    Reply reply = reply(http, message, stop);
    Optional<FailureKind> kind = kind(stop, reply.text());
    return new ClaudeAnswer(
        Optional.of(reply), kind.map(failed -> failure(failed, http, Optional.of(reply))));
  }

  // An error may come after the status has been sent.
  private static Failure broken(HttpAnswer http, JsonNode message) {
    String type = message.path("error").path("type").asText("");
    return failure(ClaudeErrors.kindAfterSuccess(type), http, Optional.empty());
  }

  private static Reply reply(HttpAnswer http, JsonNode message, String stop) {
    JsonNode usage = message.path("usage");
    return new Reply(
        text(message.path("content")),
        ClaudeUsage.of(usage),
        usage.isObject() ? usage.toString() : "{}",
        http.header("request-id"),
        Json.code(message.path("model")).orElse(""),
        stop,
        Optional.of(http.timeToFirstByte()));
  }

  // Thinking may stand before the text.
  private static String text(JsonNode content) {
    return content
        .valueStream()
        .filter(block -> block.path("type").asText("").equals("text"))
        .map(block -> block.path("text").asText(""))
        .collect(Collectors.joining());
  }

  private static Optional<FailureKind> kind(String stop, String text) {
    return switch (stop) {
      case "end_turn", "stop_sequence" ->
          text.isBlank() ? Optional.of(FailureKind.STOPPED) : Optional.empty();
      case "max_tokens", "model_context_window_exceeded" -> Optional.of(FailureKind.TRUNCATED);
      case "refusal" -> Optional.of(FailureKind.REFUSED);
      default -> Optional.of(FailureKind.STOPPED);
    };
  }

  private static Failure failure(FailureKind kind, HttpAnswer http, Optional<Reply> reply) {
    return new Failure(
        kind,
        OptionalInt.of(http.status()),
        reply.map(Reply::finishReason),
        http.header("request-id"),
        Optional.empty(),
        reply);
  }
}
