package koalens.operations.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Reads what a step expects.
final class ExpectationReader {
  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("status", "headers", "json", "body", "latencyMs", "certificateDays"));
  private static final Set<String> MATCHERS =
      new TreeSet<>(Set.of("contains", "matches", "present", "not"));
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z][A-Za-z0-9]*\\}");
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2})");

  private final Function<String, SuiteFault> faults;

  ExpectationReader(Function<String, SuiteFault> faults) {
    this.faults = faults;
  }

  List<Expectation> read(JsonNode node) {
    if (node.isEmpty()) {
      throw faults.apply("wants expect: with one of " + KEYS);
    }
    var expectations = new ArrayList<Expectation>();
    node.properties().forEach(entry -> expectations.addAll(read(entry.getKey(), entry.getValue())));
    return expectations;
  }

  private List<Expectation> read(String key, JsonNode node) {
    return switch (key) {
      case "status" -> List.of(status(node));
      case "headers" -> each(node, (name, value) -> new Expectation.Header(name, matcher(value)));
      case "json" -> each(node, (place, value) -> json(place, value));
      case "body" -> List.of(new Expectation.Body(matcher(node)));
      case "latencyMs" -> each(node, this::latency);
      case "certificateDays" -> List.of(new Expectation.CertificateDays(node.asInt()));
      default -> throw faults.apply("expect: " + SuiteReader.unknown(key, KEYS));
    };
  }

  private interface Reading {
    Expectation of(String key, JsonNode value);
  }

  private static List<Expectation> each(JsonNode node, Reading reading) {
    return node.properties().stream()
        .map(entry -> reading.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Expectation status(JsonNode node) {
    List<Integer> statuses =
        node.isArray() ? node.valueStream().map(JsonNode::asInt).toList() : List.of(node.asInt(0));
    if (statuses.isEmpty() || statuses.stream().anyMatch(status -> status < 100 || status > 599)) {
      throw faults.apply("expect: status wants numbers from 100 to 599");
    }
    return new Expectation.Status(statuses);
  }

  private Expectation json(String place, JsonNode value) {
    try {
      return new Expectation.Json(JsonPointer.compile(place), matcher(value));
    } catch (IllegalArgumentException e) {
      throw faults.apply("expect: json wants places like /ingredients/0/name, not " + place);
    }
  }

  private Expectation latency(String key, JsonNode most) {
    var percentile = PERCENTILE.matcher(key);
    if (!percentile.matches() || !most.isNumber()) {
      throw faults.apply("expect: latencyMs wants p50 to p99 with a number of milliseconds");
    }
    return new Expectation.Latency(
        Integer.parseInt(percentile.group(1)), Duration.ofMillis(most.asLong()));
  }

  private Matcher matcher(JsonNode node) {
    if (!node.isObject()) {
      return new Matcher.Equal(node);
    }
    if (node.size() != 1 || !MATCHERS.containsAll(node.propertyNames())) {
      throw faults.apply("expect: a matcher is a value, or one of " + MATCHERS);
    }
    var only = node.properties().iterator().next();
    return switch (only.getKey()) {
      case "contains" -> new Matcher.Contains(only.getValue());
      case "matches" -> new Matcher.Matches(pattern(only.getValue().asString()));
      case "present" -> new Matcher.Present(only.getValue().asBoolean());
      default -> new Matcher.Not(matcher(only.getValue()));
    };
  }

  private String pattern(String text) {
    try {
      Pattern.compile(VARIABLE.matcher(text).replaceAll("x"));
      return text;
    } catch (PatternSyntaxException e) {
      throw faults.apply("expect: matches wants a regular expression: " + e.getDescription());
    }
  }
}
