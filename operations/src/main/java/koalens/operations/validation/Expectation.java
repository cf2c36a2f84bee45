package koalens.operations.validation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/// One thing an answer must be. Immutable.
sealed interface Expectation {

  /// What is wrong, in words; nothing when it is as wanted.
  Optional<String> fault(Observed observed);

  /// Whether it only makes sense over TLS.
  default boolean needsTls() {
    return false;
  }

  /// One of these HTTP statuses.
  record Status(List<Integer> anyOf) implements Expectation {
    /// Copies the list.
    public Status {
      anyOf = List.copyOf(anyOf);
    }

    @Override
    public Optional<String> fault(Observed observed) {
      int status = observed.answer().status();
      return anyOf.contains(status)
          ? Optional.empty()
          : Optional.of(
              "status: wanted %s, found %d"
                  .formatted(
                      anyOf.stream().map(String::valueOf).collect(Collectors.joining(" or ")),
                      status));
    }
  }

  /// A header like this.
  record Header(String name, Matcher matcher) implements Expectation {
    @Override
    public Optional<String> fault(Observed observed) {
      JsonNode value =
          observed
              .answer()
              .headers()
              .firstValue(name)
              .<JsonNode>map(JsonNodeFactory.instance::stringNode)
              .orElseGet(MissingNode::getInstance);
      return matcher
          .fault(value, observed.variables())
          .map(fault -> "header " + name + ": " + fault);
    }
  }

  /// A JSON body with such a value at the place.
  record Json(JsonPointer place, Matcher matcher) implements Expectation {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Optional<String> fault(Observed observed) {
      try {
        JsonNode found = JSON.readTree(observed.answer().body()).at(place);
        return matcher
            .fault(found, observed.variables())
            .map(fault -> "json " + place + ": " + fault);
      } catch (JacksonException e) {
        return Optional.of("json " + place + ": the body is not JSON");
      }
    }
  }

  /// A body like this.
  record Body(Matcher matcher) implements Expectation {
    @Override
    public Optional<String> fault(Observed observed) {
      return matcher
          .fault(
              JsonNodeFactory.instance.stringNode(observed.answer().body()), observed.variables())
          .map(fault -> "body: " + fault);
    }
  }

  /// A share of the requests answered within the time.
  record Latency(int percent, Duration most) implements Expectation {
    @Override
    public Optional<String> fault(Observed observed) {
      Duration found = observed.percentile(percent);
      return found.compareTo(most) <= 0
          ? Optional.empty()
          : Optional.of(
              "p%d: wanted at most %d ms, found %d ms over %d requests"
                  .formatted(
                      percent, most.toMillis(), found.toMillis(), observed.durations().size()));
    }
  }

  /// A certificate that is good for so many days more.
  record CertificateDays(int atLeast) implements Expectation {
    @Override
    public Optional<String> fault(Observed observed) {
      long days =
          observed
              .answer()
              .certificateEnds()
              .map(end -> ChronoUnit.DAYS.between(Instant.now(), end))
              .orElse(0L);
      return days >= atLeast
          ? Optional.empty()
          : Optional.of("certificate: wanted %d days left, found %d".formatted(atLeast, days));
    }

    @Override
    public boolean needsTls() {
      return true;
    }
  }
}
