package koalens.emulator.anthropic;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.emulator.answer.Prompt;
import koalens.emulator.wire.Content;
import tools.jackson.databind.JsonNode;

/// What a checked body of the Messages API asks.
final class MessagesPrompt {
  private MessagesPrompt() {}

  static Prompt of(JsonNode body) {
    return new Prompt(
        body.path("messages")
            .valueStream()
            .filter(message -> message.path("role").asString("").equals("user"))
            .flatMap(message -> texts(message.path("content")))
            .collect(Collectors.joining("\n")),
        texts(body.path("system")).collect(Collectors.joining("\n")),
        media(body),
        Optional.of(body.path("output_config").path("format").path("schema"))
            .filter(JsonNode::isObject));
  }

  private static Stream<String> texts(JsonNode content) {
    return content.isString()
        ? Stream.of(content.stringValue())
        : content
            .valueStream()
            .filter(block -> block.path("type").asString("").equals("text"))
            .map(block -> block.path("text").asString(""));
  }

  private static List<Prompt.Medium> media(JsonNode body) {
    return body.path("messages")
        .valueStream()
        .flatMap(message -> message.path("content").valueStream())
        .filter(block -> block.path("type").asString("").equals("image"))
        .map(block -> medium(block.path("source")))
        .toList();
  }

  private static Prompt.Medium medium(JsonNode source) {
    return new Prompt.Medium(
        source.path("media_type").asString("image/jpeg"),
        Content.of(Base64.getDecoder().decode(source.path("data").asString(""))));
  }
}
