package koalens.emulator.anthropic;

import static koalens.emulator.anthropic.AnthropicErrors.invalid;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import koalens.emulator.wire.FailedCall;
import tools.jackson.databind.JsonNode;

/// Turns away what the Messages API turns away.
final class MessagesCheck {
  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "max_tokens",
          "messages",
          "system",
          "metadata",
          "stop_sequences",
          "stream",
          "temperature",
          "top_p",
          "top_k",
          "tools",
          "tool_choice",
          "thinking",
          "service_tier",
          "output_config",
          "container",
          "context_management",
          "mcp_servers",
          "cache_control",
          "inference_geo",
          "speed");
  private static final Set<String> COUNTED =
      Set.of(
          "model",
          "messages",
          "system",
          "tools",
          "tool_choice",
          "thinking",
          "output_config",
          "cache_control",
          "context_management",
          "mcp_servers");
  private static final Set<String> IMAGES =
      Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
  private static final List<String> BLOCKS =
      List.of(
          "document",
          "image",
          "redacted_thinking",
          "search_result",
          "server_tool_use",
          "text",
          "thinking",
          "tool_result",
          "tool_use");
  private static final int MESSAGES = 100_000;

  private final JsonNode body;
  private final ClaudeModel model;

  private MessagesCheck(JsonNode body, ClaudeModel model) {
    this.body = body;
    this.model = model;
  }

  /// Checks the body of a message.
  ///
  /// @throws FailedCall with what is wrong first
  static ClaudeModel message(JsonNode body) {
    ClaudeModel model = common(body, FIELDS);
    require(body, "max_tokens");
    JsonNode tokens = body.path("max_tokens");
    if (!tokens.isIntegralNumber() || tokens.asLong(-1) < 0) {
      throw invalid("max_tokens: Input should be greater than or equal to 0");
    }
    var check = new MessagesCheck(body, model);
    check.messages();
    check.generation();
    check.schema();
    return model;
  }

  /// Checks the body of a count.
  ///
  /// @throws FailedCall with what is wrong first
  static void count(JsonNode body) {
    new MessagesCheck(body, common(body, COUNTED)).messages();
  }

  private static ClaudeModel common(JsonNode body, Set<String> fields) {
    body.propertyNames().stream()
        .filter(name -> !fields.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw invalid(name + ": Extra inputs are not permitted");
        });
    require(body, "model");
    require(body, "messages");
    String id = body.path("model").asString("");
    return ClaudeModel.find(id)
        .orElseThrow(
            () -> new FailedCall(AnthropicErrors.error(404, "not_found_error", "model: " + id)));
  }

  private static void require(JsonNode body, String field) {
    if (!body.has(field)) {
      throw invalid(field + ": Field required");
    }
  }

  private void messages() {
    JsonNode messages = body.path("messages");
    if (!messages.isArray()) {
      throw invalid("messages: Input should be a valid list");
    }
    if (messages.isEmpty()) {
      throw invalid("messages: at least one message is required");
    }
    if (messages.size() > MESSAGES) {
      throw invalid("messages: at most 100000 messages are allowed");
    }
    for (int i = 0; i < messages.size(); i++) {
      message("messages." + i, messages.get(i));
    }
    if (images() > model.images()) {
      throw invalid("messages: at most %d images are allowed".formatted(model.images()));
    }
  }

  private void message(String place, JsonNode message) {
    String role = message.path("role").asString("");
    if (!role.equals("user") && !role.equals("assistant")) {
      throw invalid(place + ".role: Input should be 'user' or 'assistant'");
    }
    JsonNode content = message.path("content");
    if (content.isString()) {
      requireText(content);
    } else if (content.isArray()) {
      for (int i = 0; i < content.size(); i++) {
        block(place + ".content." + i, content.get(i));
      }
    } else {
      throw invalid(place + ".content: Field required");
    }
    if (content.isEmpty() && content.isArray()) {
      throw invalid(place + ": all messages must have non-empty content");
    }
  }

  private static void requireText(JsonNode text) {
    if (text.asString("").isEmpty()) {
      throw invalid("messages: text content blocks must be non-empty");
    }
  }

  private static void block(String place, JsonNode block) {
    String type = block.path("type").asString("");
    if (!BLOCKS.contains(type)) {
      throw invalid(
          "%s: Input tag '%s' found using 'type' does not match any of the expected tags: '%s'"
              .formatted(place, type, String.join("', '", BLOCKS)));
    }
    if (type.equals("text")) {
      requireText(block.path("text"));
    }
    if (type.equals("image")) {
      source(place + ".image.source", block.path("source"));
    }
  }

  private static void source(String place, JsonNode source) {
    String type = source.path("type").asString("");
    if (!Set.of("base64", "url", "file").contains(type)) {
      throw invalid(
          place
              + ": Input tag '%s' does not match any of the expected tags: 'base64', "
                  .formatted(type)
              + "'file', 'url'");
    }
    if (type.equals("base64")) {
      base64(place + ".base64", source);
    }
  }

  private static void base64(String place, JsonNode source) {
    if (!IMAGES.contains(source.path("media_type").asString(""))) {
      throw invalid(
          place
              + ".media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or"
              + " 'image/webp'");
    }
    try {
      if (Base64.getDecoder().decode(source.path("data").asString("")).length == 0) {
        throw invalid(place + ".data: image cannot be empty");
      }
    } catch (IllegalArgumentException e) {
      throw invalid(place + ".data: Invalid base64 data");
    }
  }

  private long images() {
    return body.path("messages")
        .valueStream()
        .flatMap(message -> message.path("content").valueStream())
        .filter(block -> block.path("type").asString("").equals("image"))
        .count();
  }

  private void generation() {
    if (model.strict()) {
      sampling();
      thinking();
      prefill();
    }
    String choice = body.path("tool_choice").path("type").asString("");
    if (!model.takesForcedTool() && (choice.equals("any") || choice.equals("tool"))) {
      throw invalid("tool_choice: forcing tool use is not supported by " + model.id());
    }
  }

  private void sampling() {
    Stream.of("temperature", "top_p", "top_k")
        .filter(body::has)
        .findFirst()
        .ifPresent(name -> {
          throw invalid("`%s` is not supported by %s".formatted(name, model.id()));
        });
  }

  private void thinking() {
    String type = body.path("thinking").path("type").asString("");
    if (type.equals("enabled") || type.equals("disabled")) {
      throw invalid("thinking.type: '%s' is not supported by %s".formatted(type, model.id()));
    }
  }

  private void prefill() {
    JsonNode messages = body.path("messages");
    if (messages.get(messages.size() - 1).path("role").asString("").equals("assistant")) {
      throw invalid(
          "This model does not support assistant message prefill. The conversation must end with"
              + " a user message.");
    }
  }

  private void schema() {
    JsonNode format = body.path("output_config").path("format");
    if (format.isMissingNode() || format.isNull()) {
      return;
    }
    if (!format.path("type").asString("").equals("json_schema")) {
      throw invalid("output_config.format.type: Input should be 'json_schema'");
    }
    ClaudeSchema.check(format.path("schema"), "output_config.format.schema");
  }
}
