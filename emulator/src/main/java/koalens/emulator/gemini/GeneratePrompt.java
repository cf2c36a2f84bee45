package koalens.emulator.gemini;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.emulator.answer.Prompt;
import koalens.emulator.wire.Content;
import tools.jackson.databind.JsonNode;

/// What a checked body of generateContent asks.
final class GeneratePrompt {
  private GeneratePrompt() {}

  static Prompt of(JsonNode body, Files files) {
    List<JsonNode> parts =
        each(body.path("contents"))
            .filter(GeneratePrompt::isUser)
            .flatMap(content -> each(content.path("parts")))
            .toList();
    return new Prompt(
        text(parts.stream()),
        text(each(body.path("systemInstruction").path("parts"))),
        parts.stream().flatMap(part -> medium(part, files).stream()).toList(),
        schema(body.path("generationConfig")));
  }

  private static boolean isUser(JsonNode content) {
    return content.path("role").asString("user").equals("user");
  }

  private static Stream<JsonNode> each(JsonNode node) {
    return node.isObject() ? Stream.of(node) : node.valueStream();
  }

  private static String text(Stream<JsonNode> parts) {
    return parts.map(part -> part.path("text").asString("")).collect(Collectors.joining("\n"));
  }

  private static Optional<Prompt.Medium> medium(JsonNode part, Files files) {
    if (part.has("inlineData")) {
      JsonNode data = part.path("inlineData");
      byte[] bytes = Base64.getMimeDecoder().decode(data.path("data").asString(""));
      return Optional.of(new Prompt.Medium(data.path("mimeType").asString(""), Content.of(bytes)));
    }
    return part.has("fileData")
        ? files.medium(part.path("fileData").path("fileUri").asString(""))
        : Optional.empty();
  }

  private static Optional<JsonNode> schema(JsonNode config) {
    return Stream.of("responseJsonSchema", "_responseJsonSchema", "responseSchema")
        .map(config::path)
        .filter(JsonNode::isObject)
        .findFirst();
  }
}
