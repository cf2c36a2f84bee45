package koalens.backend.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// The part of JSON schema that a provider enforces. What it does not is told to the model in the
/// description instead, and enforced here in any case.
///
/// @param takes whether a keyword with this value may be sent
public record SchemaDialect(BiPredicate<String, JsonNode> takes) {
  private static final Set<String> SCHEMAS_BY_NAME = Set.of("properties", "$defs");

  /// What a provider's SDK takes for a schema, made once for each: there are as many as kinds of
  /// answers. Thread-safe.
  ///
  /// @param maker makes it of a schema in this dialect
  public <T> Function<AnswerSchema<?>, T> expressed(Function<ObjectNode, T> maker) {
    var made = new ConcurrentHashMap<AnswerSchema<?>, T>();
    return schema -> made.computeIfAbsent(schema, one -> maker.apply(express(one.document())));
  }

  /// A schema in this dialect.
  public ObjectNode express(ObjectNode schema) {
    ObjectNode expressed = schema.objectNode();
    var told = new TreeMap<String, JsonNode>();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (takes.test(keyword.getKey(), keyword.getValue())) {
        expressed.set(keyword.getKey(), within(keyword.getKey(), keyword.getValue()));
      } else {
        told.put(keyword.getKey(), keyword.getValue());
      }
    }
    if (!told.isEmpty()) {
      String description = expressed.path("description").asText("");
      expressed.put("description", (description + " " + told).strip());
    }
    return expressed;
  }

  private JsonNode within(String keyword, JsonNode value) {
    if (SCHEMAS_BY_NAME.contains(keyword)) {
      ObjectNode schemas = (ObjectNode) value.deepCopy();
      value.properties().forEach(named -> schemas.set(named.getKey(), each(named.getValue())));
      return schemas;
    }
    return each(value);
  }

  private JsonNode each(JsonNode value) {
    if (value instanceof ObjectNode schema) {
      return express(schema);
    }
    if (value instanceof ArrayNode array) {
      ArrayNode list = array.arrayNode();
      array.forEach(element -> list.add(each(element)));
      return list;
    }
    return value;
  }
}
