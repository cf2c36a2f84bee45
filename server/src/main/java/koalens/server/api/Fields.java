package koalens.server.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import koalens.engine.knowledge.Status;
import tools.jackson.core.JsonParser;

/// The texts and truth values of a small JSON object; other fields are passed over, `null` is as
/// good as absent. Immutable.
final class Fields {
  private final Map<String, Object> values;

  private Fields(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  /// Reads the JSON text.
  ///
  /// @throws ProblemException when it is no JSON object
  static Fields read(String text) {
    return new Fields(Json.object(text, Fields::values));
  }

  /// Reads the JSON text; nothing at all is an object without fields.
  ///
  /// @throws ProblemException when it is something else
  static Fields readOptional(String text) {
    return text.isBlank() ? new Fields(Map.of()) : read(text);
  }

  private static Map<String, Object> values(JsonParser json) {
    var values = new HashMap<String, Object>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      switch (json.nextToken()) {
        case VALUE_STRING -> values.put(name, Json.wellFormed(json.getString()));
        case VALUE_TRUE -> values.put(name, true);
        case VALUE_FALSE -> values.put(name, false);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> values.put(name, json.getDoubleValue());
        case VALUE_NULL -> values.remove(name);
        default -> {
          values.put(name, Map.of());
          json.skipChildren();
        }
      }
    }
    return values;
  }

  /// The text of a field; one without letters is as good as absent.
  ///
  /// @throws ProblemException when it is something else or longer
  Optional<String> text(String name, int longest) {
    Optional<String> text = string(name);
    text.ifPresent(given -> AnalysisFields.requireLength(name, given, longest));
    return text.filter(given -> !given.isBlank());
  }

  /// The text of a field as it is given.
  ///
  /// @throws ProblemException when it is something else
  Optional<String> string(String name) {
    Object value = values.get(name);
    if (value != null && !(value instanceof String)) {
      throw Problem.inField(name, name + " must be a string").exception();
    }
    return Optional.ofNullable((String) value);
  }

  /// The truth value of a field.
  ///
  /// @throws ProblemException when it is something else
  Optional<Boolean> truth(String name) {
    Object value = values.get(name);
    if (value != null && !(value instanceof Boolean)) {
      throw Problem.inField(name, name + " must be true or false").exception();
    }
    return Optional.ofNullable((Boolean) value);
  }

  /// The whole number of a field.
  ///
  /// @throws ProblemException when it is something else or out of range
  Optional<Integer> number(String name, int least, int most) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Double number
        && number == Math.rint(number)
        && number >= least
        && number <= most) {
      return Optional.of(number.intValue());
    }
    throw Problem.inField(
            name, "%s must be a whole number from %d to %d".formatted(name, least, most))
        .exception();
  }

  /// The verdict that a field names.
  ///
  /// @throws ProblemException when it names none
  Optional<Status> status(String name) {
    return text(name, 40)
        .map(word -> {
          try {
            return Status.named(word);
          } catch (IllegalArgumentException e) {
            throw Problem.inField(name, name + " must be vegan, non-vegan, maybe-vegan or unknown")
                .exception();
          }
        });
  }
}
