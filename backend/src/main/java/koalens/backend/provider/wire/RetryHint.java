package koalens.backend.provider.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// How long an answer asks to wait, as headers say it. Source: RFC 9110 and Anthropic's SDK.
public final class RetryHint {
  private static final double LONGEST_SECONDS = 366 * 86_400.0;

  private RetryHint() {}

  /// From `retry-after-ms`, else from `retry-after`, in seconds or as a date. None for nonsense.
  ///
  /// @param now what a date is compared with
  public static Optional<Duration> of(HttpAnswer answer, Instant now) {
    return answer
        .header("retry-after-ms")
        .flatMap(text -> seconds(text, 1000))
        .or(() -> answer.header("retry-after").flatMap(text -> secondsOrDate(text.strip(), now)));
  }

  /// From a number of seconds with an `s` behind it, such as `45.837906927s`.
  public static Optional<Duration> ofProtobuf(String text) {
    return text.endsWith("s") ? seconds(text.substring(0, text.length() - 1), 1) : Optional.empty();
  }

  private static Optional<Duration> secondsOrDate(String text, Instant now) {
    return seconds(text, 1).or(() -> until(text, now));
  }

  private static Optional<Duration> seconds(String text, int parts) {
    try {
      double seconds = Double.parseDouble(text.strip()) / parts;
      return seconds >= 0 && seconds <= LONGEST_SECONDS
          ? Optional.of(Duration.ofNanos((long) (seconds * 1e9)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> until(String text, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, then);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
