package koalens.operations.validation;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a steps file. The keys it takes are listed in `docs/reference/validation-steps.md`.
final class SuiteReader {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "name", "needs", "request", "headers", "json", "text", "filler", "upload", "skipOn",
              "patient", "times", "expect"));
  private static final String JSON_TYPE = "application/json";
  private static final int MOST_TIMES = 10_000;
  private static final int MOST_FILLER = 100_000_000;

  private final String file;
  private final String step;

  private SuiteReader(String file, String step) {
    this.file = file;
    this.step = step;
  }

  /// The steps in the order of the file.
  ///
  /// @throws SuiteFault when it cannot be used
  static List<Step> read(String file, InputStream in) {
    JsonNode root;
    try {
      root = YAML.readTree(in);
    } catch (JacksonException e) {
      throw new SuiteFault(file, "is not YAML: " + e.getOriginalMessage());
    }
    JsonNode list = root.path("steps");
    if (!list.isArray()) {
      throw new SuiteFault(file, "wants a list named steps");
    }
    var names = new HashSet<String>();
    var steps = new ArrayList<Step>();
    for (JsonNode node : list) {
      String name = node.path("name").asString("");
      if (name.isBlank() || !names.add(name)) {
        throw new SuiteFault(file, "step %d wants a name of its own".formatted(steps.size() + 1));
      }
      steps.add(new SuiteReader(file, name).step(node));
    }
    return steps;
  }

  private Step step(JsonNode node) {
    node.propertyNames().forEach(key -> require(KEYS.contains(key), unknown(key, KEYS)));
    String[] request = node.path("request").asString("").split(" ", 2);
    require(request.length == 2, "wants request: METHOD /path");
    return new Step(
        step,
        request[0],
        request[1].strip(),
        needs(node.path("needs")),
        texts(node.path("headers")),
        body(node),
        Set.copyOf(numbers(node.path("skipOn"))),
        node.path("patient").asBoolean(false),
        number(node.path("times"), "times", 1, MOST_TIMES),
        new ExpectationReader(this::fault).read(node.path("expect")));
  }

  private static List<String> needs(JsonNode node) {
    return node.isArray()
        ? node.valueStream().map(JsonNode::asString).toList()
        : node.isString() ? List.of(node.stringValue()) : List.of();
  }

  private static Map<String, String> texts(JsonNode node) {
    var texts = new LinkedHashMap<String, String>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
    return texts;
  }

  private Body body(JsonNode node) {
    if (node.has("json")) {
      return new Body.Text(JSON_TYPE, JSON.writeValueAsString(node.get("json")));
    }
    if (node.has("text")) {
      return new Body.Text(contentType(node), node.get("text").asString());
    }
    if (node.has("filler")) {
      return new Body.Filler(
          contentType(node), number(node.get("filler"), "filler", 0, MOST_FILLER));
    }
    if (node.has("upload")) {
      JsonNode upload = node.get("upload");
      return new Body.Upload(
          text(upload, "field"),
          text(upload, "file"),
          text(upload, "contentType"),
          texts(upload.path("fields")));
    }
    return new Body.Empty();
  }

  private static String contentType(JsonNode node) {
    return node.path("headers").path("Content-Type").asString(JSON_TYPE);
  }

  private String text(JsonNode node, String key) {
    String text = node.path(key).asString("");
    require(!text.isEmpty(), "upload wants " + key);
    return text;
  }

  private int number(JsonNode node, String key, int fallback, int most) {
    if (node.isMissingNode()) {
      return fallback;
    }
    require(
        node.isInt() && node.intValue() >= 0 && node.intValue() <= most,
        "%s wants a number from 0 to %d".formatted(key, most));
    return node.intValue();
  }

  private static List<Integer> numbers(JsonNode node) {
    return node.isArray()
        ? node.valueStream().map(JsonNode::asInt).toList()
        : node.isInt() ? List.of(node.intValue()) : List.of();
  }

  private void require(boolean good, String fault) {
    if (!good) {
      throw fault(fault);
    }
  }

  private SuiteFault fault(String fault) {
    return new SuiteFault(file, "step \"" + step + "\": " + fault);
  }

  static String unknown(String key, Set<String> known) {
    return "there is no key %s; known are %s"
        .formatted(key, known.stream().collect(Collectors.joining(", ")));
  }
}
