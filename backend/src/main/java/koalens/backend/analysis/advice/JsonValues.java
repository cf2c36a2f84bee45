package koalens.backend.analysis.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON into maps, lists, numbers, strings and booleans, for a log to write.
final class JsonValues {
  private static final int DEEPEST = 16;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private JsonValues() {}

  /// The value; the text itself where it is no JSON.
  static Object read(String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      return value(json);
    } catch (JacksonException | IllegalStateException e) {
      return text;
    }
  }

  private static Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> "";
      case VALUE_STRING -> json.getString();
      case null, default -> throw new IllegalStateException("no JSON value");
    };
  }

  private static Map<String, Object> object(JsonParser json) {
    var object = new LinkedHashMap<String, Object>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      object.put(name, value(json));
    }
    return object;
  }

  private static List<Object> array(JsonParser json) {
    var array = new ArrayList<Object>();
    while (json.nextToken() != tools.jackson.core.JsonToken.END_ARRAY) {
      array.add(value(json));
    }
    return array;
  }
}
