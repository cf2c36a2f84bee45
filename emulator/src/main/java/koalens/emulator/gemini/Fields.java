package koalens.emulator.gemini;

import java.util.Set;
import koalens.emulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Names of fields: the API takes `snake_case` for `camelCase`.
final class Fields {
  /// Whose content is the caller's own, names included.
  private static final Set<String> FREE =
      Set.of("responseJsonSchema", "responseSchema", "_responseJsonSchema", "args", "response");

  private Fields() {}

  /// The same tree with every name in camel case.
  static JsonNode camel(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(one -> copy.add(camel(one)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.object();
      object
          .properties()
          .forEach(field -> {
            String name = camel(field.getKey());
            JsonNode value = field.getValue();
            copy.set(name, FREE.contains(name) ? value : camel(value));
          });
      return copy;
    }
    return node;
  }

  private static String camel(String name) {
    var camel = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      boolean joins = name.charAt(i) == '_' && i > 0 && i + 1 < name.length();
      camel.append(joins ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
    }
    return camel.toString();
  }
}
