package koalens.emulator;

import java.util.List;
import java.util.Map;

/// The schema that tests ask answers in.
final class Schemas {
  static final Map<String, Object> INGREDIENTS =
      object(
          Map.of(
              "ingredients",
              Map.of(
                  "type",
                  "array",
                  "items",
                  object(
                      Map.of(
                          "name",
                          Map.of("type", "string"),
                          "status",
                          Map.of(
                              "type",
                              "string",
                              "enum",
                              List.of("vegan", "non-vegan", "maybe-vegan", "unknown")),
                          "confidence",
                          Map.of("type", "number"))))));

  private Schemas() {}

  private static Map<String, Object> object(Map<String, Object> properties) {
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.copyOf(properties.keySet()),
        "additionalProperties",
        false);
  }
}
