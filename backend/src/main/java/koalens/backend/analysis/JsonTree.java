package koalens.backend.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// JSON as maps, lists, texts, doubles and booleans; what is null is left out.
final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonTree() {}

  /// The object that the text is.
  ///
  /// @throws IllegalArgumentException when it is none
  static Map<String, Object> object(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        return object(json);
      }
    } catch (JacksonException e) {
      // Said below; its message may quote what a person wrote.
    }
    throw new IllegalArgumentException("the ledger holds a document that is no JSON object");
  }

  private static Map<String, Object> object(JsonParser json) {
    var fields = new HashMap<String, Object>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        fields.put(name, value(json));
      }
    }
    return fields;
  }

  private static List<Object> list(JsonParser json) {
    var values = new ArrayList<Object>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NULL) {
        values.add(value(json));
      }
    }
    return values;
  }

  private static Object value(JsonParser json) {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(json);
    }
    if (token == JsonToken.START_ARRAY) {
      return list(json);
    }
    if (token.isNumeric()) {
      return json.getDoubleValue();
    }
    return token.isBoolean() ? (Object) json.getBooleanValue() : json.getString();
  }
}
