package koalens.backend.comparison.log;

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
    return switch (word) {
      case "ok", "success" -> OK;
      case "repaired" -> REPAIRED;
      case "refused" -> REFUSED;
      case "truncated" -> TRUNCATED;
      case "schema_invalid" -> SCHEMA_INVALID;
      case "http_error" -> HTTP_ERROR;
      case "timeout" -> TIMEOUT;
      case "cancelled" -> CANCELLED;
      case "failed", "error", "fallback", "engine" -> FAILED;
      default -> UNKNOWN;
    };
  }
}
