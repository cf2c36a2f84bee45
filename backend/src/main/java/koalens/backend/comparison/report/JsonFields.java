package koalens.backend.comparison.report;

import java.util.List;
import java.util.Optional;
import koalens.backend.experiment.statistics.Interval;
import koalens.backend.experiment.statistics.Proportion;
import tools.jackson.core.JsonGenerator;

/// Writes what a report is made of as JSON. What is infinite or no number is null.
///
/// @param json where to
record JsonFields(JsonGenerator json) {
  private static final double CONFIDENCE = 0.95;

  interface Writing<T> {
    void write(T one);
  }

  void object(String name, Runnable fields) {
    json.writeObjectPropertyStart(name);
    fields.run();
    json.writeEndObject();
  }

  void object(Runnable fields) {
    json.writeStartObject();
    fields.run();
    json.writeEndObject();
  }

  <T> void list(String name, List<? extends T> all, Writing<T> writing) {
    json.writeArrayPropertyStart(name);
    all.forEach(writing::write);
    json.writeEndArray();
  }

  /// Each an object of these fields.
  <T> void objects(String name, List<? extends T> all, Writing<T> fields) {
    list(name, all, (T one) -> object(() -> fields.write(one)));
  }

  void text(String name, String text) {
    json.writeStringProperty(name, text);
  }

  void text(String name, Optional<String> text) {
    if (text.isPresent()) {
      json.writeStringProperty(name, text.get());
    } else {
      json.writeNullProperty(name);
    }
  }

  void count(String name, long count) {
    json.writeNumberProperty(name, count);
  }

  void number(String name, double value) {
    if (Double.isFinite(value)) {
      json.writeNumberProperty(name, value);
    } else {
      json.writeNullProperty(name);
    }
  }

  void interval(String name, Interval interval) {
    object(
        name,
        () -> {
          number("low", interval.low());
          number("high", interval.high());
        });
  }

  void proportion(String name, Proportion proportion) {
    object(
        name,
        () -> {
          count("hits", proportion.hits());
          count("of", proportion.of());
          interval("interval", proportion.wilson(CONFIDENCE));
        });
  }
}
