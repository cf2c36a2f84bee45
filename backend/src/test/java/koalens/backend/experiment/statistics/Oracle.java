package koalens.backend.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;

/// A published number: what goes in, what has to come out.
record Oracle(String id, String method, JsonNode input, JsonNode expected, double tolerance) {
  // Published numbers are rounded; a last digit may be off by one in the arithmetic of doubles.
  private static final double ARITHMETIC = 1e-12;

  static Oracle of(JsonNode node) {
    return new Oracle(
        node.path("id").asString(),
        node.path("method").asString(),
        node.path("input"),
        node.path("expected"),
        node.path("tol").asDouble());
  }

  /// Compares a number, a list, or those named values that the oracle knows.
  void accepts(Object computed) {
    accepts(id, computed, expected);
  }

  private void accepts(String name, Object computed, JsonNode wanted) {
    switch (computed) {
      case Double number -> assertThat(number).as(name).isCloseTo(wanted.asDouble(), near(wanted));
      case Interval interval -> accepts(name, List.of(interval.low(), interval.high()), wanted);
      case List<?> list -> acceptsAll(name, list, wanted);
      case Map<?, ?> named -> acceptsNamed(name, named, wanted);
      default -> throw new AssertionError("no number: " + computed);
    }
  }

  private void acceptsAll(String name, List<?> computed, JsonNode wanted) {
    assertThat(wanted.isArray()).as("%s expects a list", name).isTrue();
    assertThat(computed).as(name).hasSize(wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      accepts(name + "[" + i + "]", computed.get(i), wanted.get(i));
    }
  }

  private void acceptsNamed(String name, Map<?, ?> computed, JsonNode wanted) {
    assertThat(wanted.isObject()).as("%s expects names", name).isTrue();
    for (var entry : wanted.properties()) {
      Object value = computed.get(entry.getKey());
      if (value == null) {
        throw new AssertionError(name + " asks for " + entry.getKey());
      }
      accepts(name + "." + entry.getKey(), value, entry.getValue());
    }
  }

  private Offset<Double> near(JsonNode wanted) {
    return within(tolerance + ARITHMETIC * Math.abs(wanted.asDouble()));
  }

  @Override
  public String toString() {
    return id;
  }
}
