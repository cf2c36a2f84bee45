package koalens.emulator.anthropic;

import static koalens.emulator.anthropic.AnthropicErrors.invalid;

import java.util.Set;
import koalens.emulator.wire.FailedCall;
import tools.jackson.databind.JsonNode;

/// The part of JSON Schema that structured outputs take. Source: `transform_schema` of Anthropic's
/// SDKs.
final class ClaudeSchema {
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "minItems",
          "enum",
          "const",
          "description",
          "title",
          "default",
          "anyOf",
          "allOf",
          "$defs",
          "definitions",
          "$ref",
          "format",
          "$schema");
  private static final Set<String> FORMATS =
      Set.of(
          "date-time",
          "time",
          "date",
          "duration",
          "email",
          "hostname",
          "uri",
          "ipv4",
          "ipv6",
          "uuid");

  private ClaudeSchema() {}

  /// Checks a schema and all within it.
  ///
  /// @throws FailedCall when structured outputs do not take it
  static void check(JsonNode schema, String place) {
    if (!schema.isObject()) {
      throw invalid(place + ": Input should be a valid dictionary");
    }
    keywords(schema, place);
    closed(schema, place);
    within(schema, place);
  }

  private static void keywords(JsonNode schema, String place) {
    schema.propertyNames().stream()
        .filter(word -> !KEYWORDS.contains(word))
        .findFirst()
        .ifPresent(word -> {
          throw invalid("%s: property '%s' is not supported".formatted(place, word));
        });
    if (schema.path("minItems").asInt(0) > 1) {
      throw invalid(place + ": 'minItems' values other than 0 or 1 are not supported");
    }
    String format = schema.path("format").asString("");
    if (!format.isEmpty() && !FORMATS.contains(format)) {
      throw invalid("%s: format '%s' is not supported".formatted(place, format));
    }
  }

  private static void closed(JsonNode schema, String place) {
    JsonNode more = schema.path("additionalProperties");
    if (schema.path("type").asString("").equals("object")
        && !(more.isBoolean() && !more.asBoolean())) {
      throw invalid(
          place + ": For 'object' type, 'additionalProperties' must be explicitly set to false");
    }
  }

  private static void within(JsonNode schema, String place) {
    for (String keyword : Set.of("properties", "$defs", "definitions")) {
      schema
          .path(keyword)
          .properties()
          .forEach(one -> check(one.getValue(), place + "." + keyword + "." + one.getKey()));
    }
    for (String keyword : Set.of("anyOf", "allOf")) {
      schema.path(keyword).valueStream().forEach(one -> check(one, place + "." + keyword));
    }
    if (schema.has("items")) {
      check(schema.path("items"), place + ".items");
    }
  }
}
