package koalens.operations.alerting;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Reads what an alert waits for.
record ConditionReader(AlertReader reader, String place) {
  private static final Set<String> KINDS =
      new TreeSet<>(
          Set.of(
              "healthIsNot",
              "errorRate",
              "burnRate",
              "providerErrorRate",
              "costPerDay",
              "rises",
              "above",
              "splitOff",
              "undelivered"));
  private static final double MOST = 1e9;

  Condition read(JsonNode node) {
    if (node.size() != 1) {
      throw reader.fault(place + "when wants one of " + String.join(", ", KINDS));
    }
    reader.requireKeys(node, KINDS, place + "when: ");
    var only = node.properties().iterator().next();
    return read(only.getKey(), only.getValue());
  }

  private Condition read(String kind, JsonNode node) {
    return switch (kind) {
      case "healthIsNot" -> new Condition.HealthIsNot((int) number(node, "status", 100, 599));
      case "errorRate" ->
          new Condition.ErrorRate(
              number(node, "above", 0, 1),
              reader.time(node, "over", place),
              (int) number(node, "leastRequests", 0, MOST));
      case "burnRate" ->
          new Condition.BurnRate(number(node, "objective", 0, 1), node.path("fast").asBoolean());
      case "providerErrorRate" ->
          new Condition.ProviderErrorRate(
              number(node, "above", 0, 1),
              reader.time(node, "over", place),
              (int) number(node, "leastCalls", 0, MOST));
      case "costPerDay" -> new Condition.CostPerDay(number(node, "aboveDollars", 0, MOST));
      case "rises" ->
          new Condition.Rises(
              reader.text(node, "counter", place),
              number(node, "above", 0, MOST),
              reader.time(node, "over", place));
      case "above" ->
          new Condition.Above(reader.text(node, "gauge", place), number(node, "value", 0, MOST));
      case "splitOff" ->
          new Condition.SplitOff(
              reader.text(node, "variant", place),
              number(node, "share", 0, 1),
              number(node, "off", 0, 1),
              reader.time(node, "over", place),
              (int) number(node, "leastAnalyses", 0, MOST));
      default -> new Condition.Undelivered(reader.time(node, "over", place));
    };
  }

  private double number(JsonNode node, String key, double least, double most) {
    return reader.number(node, key, least, most, place + "when: ");
  }
}
