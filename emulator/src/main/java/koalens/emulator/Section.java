package koalens.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// An object of a scenario file, with its place for the sake of errors.
///
/// @param place such as `gemini.outages[0]`; empty for the whole file
/// @param node the object
record Section(String place, JsonNode node) {
  /// @throws IllegalArgumentException when the place holds no object, or one with other fields
  Section {
    if (!node.isObject()) {
      throw new IllegalArgumentException(
          (place.isEmpty() ? "the scenario" : place) + " must be an object");
    }
  }

  Section only(Set<String> names) {
    node.propertyNames().stream()
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException(
              "%s is not known here; there are %s"
                  .formatted(at(name), names.stream().sorted().collect(Collectors.joining(", "))));
        });
    return this;
  }

  private String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  boolean has(String name) {
    return node.has(name);
  }

  double number(String name, double standard, double least, double most) {
    JsonNode value = node.path(name);
    double number = value.isMissingNode() ? standard : value.asDouble(Double.NaN);
    if ((!value.isMissingNode() && !value.isNumber()) || !(number >= least && number <= most)) {
      throw new IllegalArgumentException(
          "%s must be a number from %s to %s".formatted(at(name), least, most));
    }
    return number;
  }

  long whole(String name, long standard, long least, long most) {
    JsonNode value = node.path(name);
    long number = value.isMissingNode() ? standard : value.asLong(least - 1);
    boolean odd = !value.isMissingNode() && !value.isIntegralNumber();
    if (odd || number < least || number > most) {
      throw new IllegalArgumentException(
          "%s must be a whole number from %d to %d".formatted(at(name), least, most));
    }
    return number;
  }

  String text(String name) {
    String text = node.path(name).asString("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException(at(name) + " must be a text");
    }
    return text;
  }

  Optional<Section> section(String name) {
    return has(name) ? Optional.of(new Section(at(name), node.path(name))) : Optional.empty();
  }

  List<Section> sections(String name) {
    JsonNode list = node.path(name);
    if (!list.isMissingNode() && !list.isArray()) {
      throw new IllegalArgumentException(at(name) + " must be a list");
    }
    return IntStream.range(0, list.size())
        .mapToObj(i -> new Section("%s[%d]".formatted(at(name), i), list.get(i)))
        .toList();
  }

  /// Every field by its name, whose meaning is looked up.
  <K> Map<K, String> keyed(Function<String, Optional<K>> key, String kind) {
    return node.propertyNames().stream()
        .collect(
            Collectors.toMap(
                name ->
                    key.apply(name)
                        .orElseThrow(() ->
                            new IllegalArgumentException(
                                "%s: there is no %s of this name".formatted(at(name), kind))),
                name -> name,
                (first, _) -> first,
                LinkedHashMap::new));
  }

  /// The value of a field, whose meaning is looked up.
  <V> V value(String name, Function<String, Optional<V>> meaning, String kind) {
    return meaning
        .apply(text(name))
        .orElseThrow(
            () -> new IllegalArgumentException("%s must name a %s".formatted(at(name), kind)));
  }
}
