package koalens.operations.fly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import tools.jackson.databind.JsonNode;

/// Compares a table with the keys it may hold and what each wants.
final class KeyCheck {
  private static final Pattern DURATION = Pattern.compile("(\\d+(\\.\\d+)?(ns|us|µs|ms|s|m|h))+");
  private static final int NEAR = 3;

  private final List<ConfigFault> faults = new ArrayList<>();

  static List<ConfigFault> faults(TomlTable root, JsonNode keys) {
    var check = new KeyCheck();
    check.table(root, keys, "");
    return check.faults;
  }

  private void table(TomlTable table, JsonNode keys, String path) {
    for (String key : table.keySet()) {
      TomlPosition position = table.inputPositionOf(List.of(key));
      String full = path.isEmpty() ? key : path + "." + key;
      JsonNode wanted = keys.has(key) ? keys.get(key) : keys.path("*");
      if (wanted.isMissingNode()) {
        add(position, full, "there is no key " + full + near(key, keys));
      } else {
        value(table.get(List.of(key)), wanted, full, position);
      }
    }
  }

  private void value(
      @Nullable Object value, JsonNode wanted, String key, @Nullable TomlPosition at) {
    if (wanted.isObject()) {
      if (value instanceof TomlTable table) {
        table(table, wanted, key);
      } else {
        add(at, key, key + " wants a table: write [" + key + "]");
      }
    } else if (wanted.isArray() && wanted.path(0).isObject()) {
      tables(value, wanted.get(0), key, at);
    } else if (wanted.isArray()) {
      choice(value, wanted, key, at);
    } else {
      simple(value, wanted.asString(), key, at);
    }
  }

  private void tables(
      @Nullable Object value, JsonNode wanted, String key, @Nullable TomlPosition at) {
    switch (value) {
      case TomlTable table -> table(table, wanted, key);
      case TomlArray array when areAll(TomlTable.class, array) -> {
        for (int i = 0; i < array.size(); i++) {
          table(array.getTable(i), wanted, key);
        }
      }
      case null, default -> add(at, key, key + " wants tables: write [[" + key + "]]");
    }
  }

  private void choice(
      @Nullable Object value, JsonNode wanted, String key, @Nullable TomlPosition at) {
    boolean good =
        wanted
            .valueStream()
            .anyMatch(one ->
                one.isBoolean()
                    ? Boolean.valueOf(one.booleanValue()).equals(value)
                    : one.asString().equals(value));
    if (!good) {
      List<String> words = wanted.valueStream().map(JsonNode::asString).toList();
      add(at, key, key + " wants one of " + String.join(", ", words));
    }
  }

  private void simple(
      @Nullable Object value, String wanted, String key, @Nullable TomlPosition at) {
    boolean good =
        switch (wanted) {
          case "str" -> value instanceof String;
          case "int" -> value instanceof Long;
          case "num" -> value instanceof Long || value instanceof Double;
          case "bool" -> value instanceof Boolean;
          case "duration" -> value instanceof Long || isDuration(value);
          case "list[str]" -> value instanceof TomlArray list && areAll(String.class, list);
          case "map[str]" -> value instanceof TomlTable map && isOfStrings(map);
          default -> true;
        };
    if (!good) {
      add(at, key, key + " wants " + words(wanted));
    }
  }

  private static boolean areAll(Class<?> type, TomlArray list) {
    return list.toList().stream().allMatch(type::isInstance);
  }

  private static boolean isDuration(@Nullable Object value) {
    return value instanceof String text && DURATION.matcher(text).matches();
  }

  private static boolean isOfStrings(TomlTable map) {
    return map.keySet().stream().allMatch(key -> map.get(List.of(key)) instanceof String);
  }

  private static String words(String wanted) {
    return switch (wanted) {
      case "str" -> "a text in quotes";
      case "int" -> "a whole number";
      case "num" -> "a number";
      case "bool" -> "true or false";
      case "duration" -> "a time such as \"30s\" or \"5m\"";
      case "list[str]" -> "a list of texts in quotes";
      case "map[str]" -> "texts in quotes only";
      default -> wanted;
    };
  }

  private static String near(String key, JsonNode keys) {
    Optional<String> nearest =
        keys.propertyStream()
            .map(Map.Entry::getKey)
            .filter(known -> Distance.between(key.toLowerCase(Locale.ROOT), known) < NEAR)
            .findFirst();
    return nearest
        .map(known -> "; did you mean " + known + "?")
        .orElse("; flyctl would silently ignore it");
  }

  private void add(@Nullable TomlPosition at, String key, String message) {
    faults.add(new ConfigFault(at == null ? 0 : at.line(), key, message));
  }
}
