package koalens.backend.experiment.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Reads the inputs of oracles in the forms they come in.
final class OracleInput {
  private OracleInput() {}

  /// A number that stands in the input or in the words of the method: `Delta0=-0.1`.
  static double setting(Oracle oracle, double otherwise, String... names) {
    for (String name : names) {
      if (oracle.input().isObject() && oracle.input().has(name)) {
        return oracle.input().path(name).asDouble();
      }
      Matcher inWords =
          Pattern.compile("(?i)\\b" + name + "\\s*=\\s*(-?\\.?\\d[\\d.]*)")
              .matcher(oracle.method());
      if (inWords.find()) {
        return Double.parseDouble(inWords.group(1).replaceAll("\\.$", ""));
      }
    }
    return otherwise;
  }

  /// Hits of trials as a pair, or sums as an object.
  static Sample sample(JsonNode node) {
    return node.isArray()
        ? Sample.of(proportion(node.get(0), node.get(1)))
        : Sample.ofSums(
            node.path("n").asDouble(), node.path("sum").asDouble(), node.path("sumsq").asDouble());
  }

  static Proportion proportion(JsonNode hits, JsonNode of) {
    return new Proportion(hits.asLong(), of.asLong());
  }

  static ProportionDifference difference(JsonNode four) {
    return new ProportionDifference(
        proportion(four.get(0), four.get(1)), proportion(four.get(2), four.get(3)));
  }

  /// Two by two, four in a row, the two discordant, or `b`, `c` and `n` by name.
  static PairedProportions pairs(JsonNode node) {
    if (node.isObject()) {
      long b = node.path("b").asLong();
      long c = node.path("c").asLong();
      return new PairedProportions(node.path("n").asLong() - b - c, b, c, 0);
    }
    if (node.get(0).isArray()) {
      return new PairedProportions(
          node.get(0).get(0).asLong(),
          node.get(0).get(1).asLong(),
          node.get(1).get(0).asLong(),
          node.get(1).get(1).asLong());
    }
    return node.size() == 2
        ? new PairedProportions(0, node.get(0).asLong(), node.get(1).asLong(), 0)
        : new PairedProportions(
            node.get(0).asLong(), node.get(1).asLong(), node.get(2).asLong(), node.get(3).asLong());
  }

  static List<Double> numbers(JsonNode array) {
    var numbers = new ArrayList<Double>();
    array.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }

  static List<Long> counts(JsonNode array) {
    var counts = new ArrayList<Long>();
    array.forEach(count -> counts.add(count.asLong()));
    return counts;
  }

  static List<List<Long>> table(JsonNode rows) {
    var table = new ArrayList<List<Long>>();
    rows.forEach(row -> table.add(counts(row)));
    return table;
  }

  static double[] array(JsonNode numbers) {
    return numbers(numbers).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// A list, or all whole numbers of a range: `1..1000`.
  static Ordered ordered(JsonNode node) {
    if (node.isArray()) {
      return Ordered.of(array(node));
    }
    String range = node.asString();
    int dots = range.indexOf("..");
    int first = Integer.parseInt(range.substring(0, dots));
    int last = Integer.parseInt(range.substring(dots + 2));
    return Ordered.of(IntStream.rangeClosed(first, last).asDoubleStream().toArray());
  }
}
