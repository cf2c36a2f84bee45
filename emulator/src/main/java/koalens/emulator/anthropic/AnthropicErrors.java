package koalens.emulator.anthropic;

import java.util.Map;
import koalens.emulator.scenario.Dice;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.wire.FailedCall;
import koalens.emulator.wire.Json;
import koalens.emulator.wire.Reply;
import tools.jackson.databind.node.ObjectNode;

/// Anthropic's errors, each in its shape.
final class AnthropicErrors {
  static final String INVALID = "invalid_request_error";

  private AnthropicErrors() {}

  static FailedCall invalid(String message) {
    return new FailedCall(error(400, INVALID, message));
  }

  static Reply error(int status, String type, String message) {
    return Reply.json(status, Json.write(body(type, message)));
  }

  static ObjectNode body(String type, String message) {
    ObjectNode body = Json.object();
    body.put("type", "error");
    body.putObject("error").put("type", type).put("message", message);
    return body;
  }

  /// The error a fault asks for.
  static Reply of(ErrorFault fault, Dice dice) {
    return switch (fault) {
      case RATE_LIMITED -> rateLimited().with("retry-after", String.valueOf(1 + dice.below(5)));
      case RATE_LIMITED_WITHOUT_HINT -> rateLimited();
      case DAILY_QUOTA ->
          rateLimited().with(Map.of("retry-after", "43200", "x-should-retry", "false"));
      case SPEND_LIMIT -> spendLimit();
      case OUT_OF_CREDIT ->
          error(402, "billing_error", "Your credit balance is too low to access the API.");
      case INVALID_REQUEST -> error(400, INVALID, "Grammar is too large.");
      case INVALID_KEY -> error(401, "authentication_error", "invalid x-api-key");
      case FORBIDDEN ->
          error(403, "permission_error", "Your API key may not use the specified resource.");
      case NOT_FOUND -> error(404, "not_found_error", "model: no longer available");
      case CONFLICT -> error(409, "conflict_error", "The resource is being changed.");
      case TOO_LARGE -> edge(413, "Request Entity Too Large");
      case CANCELLED -> edge(499, "client closed request");
      case INTERNAL -> error(500, "api_error", "Internal server error");
      case OVERLOADED -> overloaded();
      case TIMED_OUT -> error(504, "timeout_error", "The request took too long.");
      case ERROR_AFTER_OK -> Reply.json(200, Json.write(body("overloaded_error", "Overloaded")));
      case ODD_SHAPE -> edge(529, "upstream overloaded");
    };
  }

  static Reply overloaded() {
    return error(529, "overloaded_error", "Overloaded");
  }

  private static Reply rateLimited() {
    return error(
        429,
        "rate_limit_error",
        "This request would exceed your organization's rate limit of input tokens per minute.");
  }

  private static Reply spendLimit() {
    ObjectNode body =
        body("rate_limit_error", "You have reached your organization's monthly spend limit.");
    body.withObject("/error")
        .putObject("details")
        .put("error_code", "enforced_spend_limit_reached");
    return Reply.json(429, Json.write(body));
  }

  private static Reply edge(int status, String text) {
    return Reply.of(status, "text/plain", text);
  }
}
