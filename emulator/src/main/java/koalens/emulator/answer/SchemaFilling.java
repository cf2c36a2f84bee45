package koalens.emulator.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import koalens.emulator.scenario.VeganStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Fills any JSON schema with an opinion: what its properties are called tells what they mean.
final class SchemaFilling {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 30;

  private final JsonNode root;
  private final Opinion opinion;

  SchemaFilling(JsonNode root, Opinion opinion) {
    this.root = root;
    this.opinion = opinion;
  }

  JsonNode filled() {
    return fill(root, "", Optional.empty(), 0);
  }

  private JsonNode fill(JsonNode schema, String name, Optional<Opinion.Item> item, int depth) {
    if (depth > DEEPEST) {
      return NODES.nullNode();
    }
    JsonNode resolved = resolved(schema, depth);
    Optional<JsonNode> copied = item.flatMap(one -> copied(one, name, resolved));
    if (copied.isPresent()) {
      return copied.get();
    }
    if (resolved.has("const")) {
      return resolved.get("const");
    }
    if (resolved.path("enum").isArray() && !resolved.path("enum").isEmpty()) {
      return chosen(resolved.path("enum"), item);
    }
    return switch (type(resolved)) {
      case "object" -> object(resolved, item, depth);
      case "array" -> array(resolved, name, depth);
      case "boolean" -> NODES.booleanNode(truth(name, item));
      case "integer" -> NODES.numberNode(Math.round(number(resolved, item)));
      case "number" -> NODES.numberNode(number(resolved, item));
      case "null" -> NODES.nullNode();
      default -> NODES.stringNode(text(name, item));
    };
  }

  private JsonNode resolved(JsonNode schema, int depth) {
    String reference = schema.path("$ref").asString("");
    if (reference.startsWith("#/") && depth < DEEPEST) {
      return resolved(root.at(reference.substring(1)), depth + 1);
    }
    for (String choice : List.of("anyOf", "oneOf", "allOf")) {
      if (schema.path(choice).isArray() && !schema.path(choice).isEmpty()) {
        return resolved(schema.path(choice).get(0), depth + 1);
      }
    }
    return schema;
  }

  private static Optional<JsonNode> copied(Opinion.Item item, String name, JsonNode schema) {
    return Optional.ofNullable(item.asked().fields().get(name))
        .filter(value -> !value.isContainer() && !schema.has("enum"));
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    String word = (type.isArray() ? type.path(0) : type).asString("");
    if (word.isEmpty()) {
      return schema.has("properties") ? "object" : schema.has("items") ? "array" : "string";
    }
    return word.toLowerCase(Locale.ROOT);
  }

  private JsonNode chosen(JsonNode words, Optional<Opinion.Item> item) {
    VeganStatus status = item.map(Opinion.Item::status).orElseGet(opinion::overall);
    return words
        .valueStream()
        .filter(word -> VeganStatus.find(word.asString("")).filter(status::equals).isPresent())
        .findFirst()
        .orElse(words.get(0));
  }

  private ObjectNode object(JsonNode schema, Optional<Opinion.Item> item, int depth) {
    ObjectNode object = NODES.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(property ->
            object.set(
                property.getKey(), fill(property.getValue(), property.getKey(), item, depth + 1)));
    return object;
  }

  private ArrayNode array(JsonNode schema, String name, int depth) {
    JsonNode items = schema.path("items");
    ArrayNode array = NODES.arrayNode();
    switch (type(resolved(items, depth))) {
      case "object" ->
          opinion
              .items()
              .forEach(item -> array.add(fill(items, name, Optional.of(item), depth + 1)));
      case "string" -> names(name).forEach(array::add);
      default -> {}
    }
    int least = schema.path("minItems").asInt(0);
    IntStream.range(array.size(), Math.min(least, 100))
        .forEach(_ -> array.add(fill(items, name, Optional.empty(), depth + 1)));
    return array;
  }

  private List<String> names(String name) {
    String bare = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    if (bare.contains("nonvegan")) {
      return opinion.names(VeganStatus.NON_VEGAN);
    }
    if (bare.contains("uncertain") || bare.contains("maybe")) {
      return opinion.names(VeganStatus.MAYBE_VEGAN);
    }
    if (bare.contains("unknown")) {
      return opinion.names(VeganStatus.UNKNOWN);
    }
    if (bare.contains("vegan")) {
      return opinion.names(VeganStatus.VEGAN);
    }
    boolean all = bare.contains("ingredient") || bare.contains("names");
    return all ? opinion.items().stream().map(item -> item.asked().name()).toList() : List.of();
  }

  private boolean truth(String name, Optional<Opinion.Item> item) {
    VeganStatus status = item.map(Opinion.Item::status).orElseGet(opinion::overall);
    String bare = name.toLowerCase(Locale.ROOT);
    return bare.contains("whole") || (bare.contains("vegan") && status == VeganStatus.VEGAN);
  }

  private double number(JsonNode schema, Optional<Opinion.Item> item) {
    double confidence = item.map(Opinion.Item::confidence).orElseGet(opinion::confidence);
    double least = schema.path("minimum").asDouble(0);
    double most = schema.path("maximum").asDouble(1);
    return Math.clamp(confidence, least, Math.max(least, most));
  }

  private String text(String name, Optional<Opinion.Item> item) {
    String bare = name.toLowerCase(Locale.ROOT);
    if (bare.contains("language")) {
      return "sv";
    }
    if (item.isPresent() && (bare.contains("name") || bare.contains("ingredient"))) {
      return item.get().asked().name();
    }
    if (bare.contains("text") || bare.contains("label") || bare.contains("transcri")) {
      return opinion.labelText();
    }
    return "Emulated answer.";
  }
}
