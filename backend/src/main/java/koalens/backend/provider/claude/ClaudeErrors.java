package koalens.backend.provider.claude;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import koalens.backend.provider.Failure;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.wire.HttpAnswer;
import koalens.backend.provider.wire.Json;
import koalens.backend.provider.wire.RetryHint;

/// What an error answer of Anthropic's stands for. Source: Anthropic's error reference.
final class ClaudeErrors {
  private static final Set<String> SPENT =
      Set.of(
          "enforced_spend_limit_reached",
          "contract_spend_limit_reached",
          "linked_organization_spend_limit_reached");

  private ClaudeErrors() {}

  static Failure failure(HttpAnswer answer, Instant now) {
    JsonNode body = Json.treeOrMissing(answer.body());
    JsonNode error = body.path("error");
    Optional<String> type = Json.code(error.path("type"));
    Optional<String> detail = Json.code(error.path("details").path("error_code"));
    Optional<Boolean> again = again(answer);
    boolean isFinal = !again.orElse(true);
    return new Failure(
        kind(answer, isFinal, type.orElse(""), detail.orElse(""), error.path("message").asText("")),
        OptionalInt.of(answer.status()),
        detail.or(() -> type),
        answer.header("request-id").or(() -> Json.code(body.path("request_id"))),
        RetryHint.of(answer, now),
        again,
        Optional.empty());
  }

  private static Optional<Boolean> again(HttpAnswer answer) {
    return answer
        .header("x-should-retry")
        .filter(word -> word.equals("true") || word.equals("false"))
        .map(Boolean::valueOf);
  }

  private static FailureKind kind(
      HttpAnswer answer, boolean isFinal, String type, String detail, String message) {
    if (SPENT.contains(detail) || type.equals("billing_error")) {
      return FailureKind.BILLING;
    }
    return switch (answer.status()) {
      case 400, 422 -> badRequest(message);
      case 401, 403 -> FailureKind.AUTHENTICATION;
      case 402 -> FailureKind.BILLING;
      case 404 -> FailureKind.MODEL_NOT_FOUND;
      case 408, 504 -> FailureKind.TIMEOUT;
      case 413 -> FailureKind.TOO_LARGE;
      case 429 -> isFinal ? FailureKind.QUOTA_EXHAUSTED : FailureKind.RATE_LIMITED;
      case 503, 529 -> FailureKind.OVERLOADED;
      default -> other(answer.status(), type);
    };
  }

  // A spend limit of one's own and a prompt too long have no code of their own.
  private static FailureKind badRequest(String message) {
    if (message.contains("credit balance") || message.contains("usage limits")) {
      return FailureKind.BILLING;
    }
    return message.contains("prompt is too long")
        ? FailureKind.TOO_LARGE
        : FailureKind.INVALID_REQUEST;
  }

  /// What an error stands for that came after a status of success.
  static FailureKind kindAfterSuccess(String type) {
    return switch (type) {
      case "overloaded_error" -> FailureKind.OVERLOADED;
      case "rate_limit_error" -> FailureKind.RATE_LIMITED;
      case "timeout_error" -> FailureKind.TIMEOUT;
      case "api_error" -> FailureKind.SERVER_ERROR;
      default -> FailureKind.MALFORMED_ANSWER;
    };
  }

  private static FailureKind other(int status, String type) {
    if (type.equals("overloaded_error")) {
      return FailureKind.OVERLOADED;
    }
    if (status >= 500) {
      return FailureKind.SERVER_ERROR;
    }
    return status >= 400 ? FailureKind.INVALID_REQUEST : FailureKind.MALFORMED_ANSWER;
  }
}
