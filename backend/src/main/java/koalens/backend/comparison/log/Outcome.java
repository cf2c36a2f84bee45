package koalens.backend.comparison.log;

import java.util.Map;

/// How a provider's part in an analysis ended.
public enum Outcome {
  /// A valid answer.
  OK("ok"),
  /// A valid answer after asking again.
  REPAIRED("repaired"),
  /// The provider would not answer.
  REFUSED("refused"),
  /// The answer was cut off.
  TRUNCATED("truncated"),
  /// The answer did not have the form asked for.
  SCHEMA_INVALID("schema_invalid"),
  /// An error answer over HTTP.
  HTTP_ERROR("http_error"),
  /// No answer in time.
  TIMEOUT("timeout"),
  /// Given up by us.
  CANCELLED("cancelled"),
  /// It failed, and the log does not say how.
  FAILED("failed"),
  /// The log does not say how it ended.
  UNKNOWN("");

  private static final Map<String, Outcome> BY_WORD =
      Map.ofEntries(
          Map.entry("ok", OK),
          Map.entry("success", OK),
          Map.entry("repaired", REPAIRED),
          Map.entry("refused", REFUSED),
          Map.entry("truncated", TRUNCATED),
          Map.entry("schema_invalid", SCHEMA_INVALID),
          Map.entry("http_error", HTTP_ERROR),
          Map.entry("error", FAILED),
          Map.entry("timeout", TIMEOUT),
          Map.entry("cancelled", CANCELLED),
          Map.entry("failed", FAILED),
          Map.entry("fallback", FAILED),
          Map.entry("engine", FAILED));

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /// The word in the log.
  public String word() {
    return word;
  }

  /// Whether the provider answered with a verdict.
  public boolean isAnswer() {
    return this == OK || this == REPAIRED;
  }

  static Outcome of(String word) {
    return BY_WORD.getOrDefault(word, UNKNOWN);
  }
}
