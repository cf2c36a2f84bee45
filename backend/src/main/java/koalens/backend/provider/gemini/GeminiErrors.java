package koalens.backend.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import koalens.backend.provider.Failure;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.wire.HttpAnswer;
import koalens.backend.provider.wire.Json;
import koalens.backend.provider.wire.RetryHint;

/// What an error answer of Gemini's stands for. Source: Gemini's error reference and `google.rpc`.
final class GeminiErrors {
  // Quotas of a day begin anew at midnight there.
  private static final ZoneId QUOTA_ZONE = ZoneId.of("America/Los_Angeles");

  private GeminiErrors() {}

  static Failure failure(HttpAnswer answer, Instant now) {
    JsonNode error = error(Json.treeOrMissing(answer.body()));
    // It may also come after a status of success has been sent.
    int code = answer.isOk() ? error.path("code").asInt(answer.status()) : answer.status();
    Optional<String> status = Json.code(error.path("status"));
    FailureKind kind = kind(code, status.orElse(""), error);
    return new Failure(
        kind,
        OptionalInt.of(answer.status()),
        status,
        Optional.empty(),
        kind == FailureKind.QUOTA_EXHAUSTED
            ? Optional.of(untilQuotaReset(now))
            : retryDelay(error).or(() -> RetryHint.of(answer, now)),
        Optional.empty());
  }

  /// The error in a body; a missing node where there is none. Streaming answers wrap it in a list.
  static JsonNode error(JsonNode body) {
    return (body.isArray() ? body.path(0) : body).path("error");
  }

  private static FailureKind kind(int status, String code, JsonNode error) {
    return switch (status) {
      case 400 -> badRequest(error);
      case 401, 403 -> FailureKind.AUTHENTICATION;
      case 402 -> FailureKind.BILLING;
      case 404 -> FailureKind.MODEL_NOT_FOUND;
      case 408, 504 -> FailureKind.TIMEOUT;
      case 413 -> FailureKind.TOO_LARGE;
      case 429 -> isOfTheDay(error) ? FailureKind.QUOTA_EXHAUSTED : FailureKind.RATE_LIMITED;
      case 503 -> FailureKind.OVERLOADED;
      default -> other(status, code);
    };
  }

  private static FailureKind badRequest(JsonNode error) {
    if (details(error).anyMatch(detail -> is(detail, "reason", "API_KEY_INVALID"))) {
      return FailureKind.AUTHENTICATION;
    }
    String message = error.path("message").asText("");
    return message.contains("exceeds the maximum number of tokens")
            || message.contains("payload size exceeds")
        ? FailureKind.TOO_LARGE
        : FailureKind.INVALID_REQUEST;
  }

  private static FailureKind other(int status, String code) {
    if (code.equals("RESOURCE_EXHAUSTED")) {
      return FailureKind.RATE_LIMITED;
    }
    if (status >= 500) {
      return FailureKind.SERVER_ERROR;
    }
    return status >= 400 ? FailureKind.INVALID_REQUEST : FailureKind.MALFORMED_ANSWER;
  }

  private static boolean isOfTheDay(JsonNode error) {
    return details(error)
        .flatMap(detail -> detail.path("violations").valueStream())
        .anyMatch(violation -> violation.path("quotaId").asText("").contains("PerDay"));
  }

  // The hint beside it is that of a minute's quota.
  private static Duration untilQuotaReset(Instant now) {
    LocalDate tomorrow = now.atZone(QUOTA_ZONE).toLocalDate().plusDays(1);
    return Duration.between(now, tomorrow.atStartOfDay(QUOTA_ZONE));
  }

  private static Optional<Duration> retryDelay(JsonNode error) {
    return details(error)
        .filter(detail -> detail.path("@type").asText("").endsWith("google.rpc.RetryInfo"))
        .flatMap(detail -> RetryHint.ofProtobuf(detail.path("retryDelay").asText("")).stream())
        .findFirst();
  }

  private static Stream<JsonNode> details(JsonNode error) {
    return error.path("details").valueStream();
  }

  private static boolean is(JsonNode detail, String field, String value) {
    return detail.path(field).asText("").equals(value);
  }
}
