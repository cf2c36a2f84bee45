package koalens.emulator.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import koalens.emulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// The ingredients that a prompt asks about.
///
/// @param items each ingredient with what the prompt says beside its name, such as an id
public record Question(List<Item> items) {
  private static final List<String> NAME_FIELDS = List.of("name", "ingredient", "text", "word");
  private static final List<String> LIST_FIELDS =
      List.of("ingredients", "names", "items", "unknown", "list");
  private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*•]|\\d+[.)])\\s+(.+)");
  private static final Pattern LABEL =
      Pattern.compile("(?is)(?:ingredienser|ingredients?|innehåll)[^:\\n]{0,40}:(.+)");

  /// Copies the items.
  public Question {
    items = List.copyOf(items);
  }

  /// One ingredient.
  ///
  /// @param name as the prompt writes it
  /// @param fields what else the prompt says of it
  public record Item(String name, Map<String, JsonNode> fields) {
    /// Copies the fields.
    public Item {
      fields = Map.copyOf(fields);
    }
  }

  /// Reads the ingredients out of a prompt: from the first JSON list of names or named objects in
  /// it, else from its bullets, else from a label text with a heading.
  public static Question of(String prompt) {
    return Stream.of(fromJson(prompt), fromBullets(prompt), fromLabel(prompt))
        .filter(items -> !items.isEmpty())
        .findFirst()
        .map(Question::new)
        .orElse(new Question(List.of()));
  }

  private static List<Item> fromJson(String prompt) {
    for (String line : candidates(prompt)) {
      List<Item> items = Json.read(line).map(Question::named).orElse(List.of());
      if (!items.isEmpty()) {
        return items;
      }
    }
    return List.of();
  }

  private static List<String> candidates(String prompt) {
    var candidates = new ArrayList<String>();
    for (int at = 0; at < prompt.length() && candidates.size() < 50; at++) {
      if (prompt.charAt(at) == '[' || prompt.charAt(at) == '{') {
        int end = end(prompt, at);
        candidates.add(prompt.substring(at, end));
        at = end - 1;
      }
    }
    return candidates;
  }

  private static int end(String prompt, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int at = from; at < prompt.length(); at++) {
      char c = prompt.charAt(at);
      if (quoted) {
        at += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if ((c == ']' || c == '}') && --depth == 0) {
        return at + 1;
      }
    }
    return Math.min(prompt.length(), from + 1);
  }

  private static List<Item> named(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().flatMap(one -> item(one).stream()).toList();
    }
    return LIST_FIELDS.stream()
        .map(node::path)
        .filter(JsonNode::isArray)
        .map(Question::named)
        .filter(items -> !items.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Optional<Item> item(JsonNode node) {
    if (node instanceof StringNode text) {
      return Optional.of(new Item(text.stringValue(), Map.of()));
    }
    return NAME_FIELDS.stream()
        .map(node::path)
        .filter(JsonNode::isString)
        .findFirst()
        .map(name -> new Item(name.stringValue(), fields(node)));
  }

  private static Map<String, JsonNode> fields(JsonNode node) {
    var fields = new LinkedHashMap<String, JsonNode>();
    node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  private static List<Item> fromBullets(String prompt) {
    return prompt
        .lines()
        .map(BULLET::matcher)
        .filter(Matcher::matches)
        .map(bullet -> new Item(bullet.group(1).strip(), Map.of()))
        .toList();
  }

  private static List<Item> fromLabel(String prompt) {
    Matcher label = LABEL.matcher(prompt);
    return label.find() ? parts(label.group(1)) : List.of();
  }

  /// The ingredients of a label text, with or without a heading, cut at its commas.
  static List<Item> ofLabel(String label) {
    List<Item> headed = fromLabel(label);
    return headed.isEmpty() ? parts(label) : headed;
  }

  private static List<Item> parts(String label) {
    return Arrays.stream(label.split("[,;.\\n()]", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> new Item(name, Map.of()))
        .toList();
  }
}
