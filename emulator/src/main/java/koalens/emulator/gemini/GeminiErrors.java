package koalens.emulator.gemini;

import java.util.Locale;
import koalens.emulator.scenario.Dice;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.wire.FailedCall;
import koalens.emulator.wire.Json;
import koalens.emulator.wire.Reply;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Gemini's errors, each in its shape.
final class GeminiErrors {
  private static final String TYPES = "type.googleapis.com/google.rpc.";
  private static final String QUOTA =
      "You exceeded your current quota, please check your plan and billing details.";
  private static final String METRIC = "generativelanguage.googleapis.com/";

  private GeminiErrors() {}

  static FailedCall invalid(String message) {
    return new FailedCall(error(400, "INVALID_ARGUMENT", message));
  }

  static Reply error(int status, String name, String message) {
    return reply(status, body(status, name, message));
  }

  private static Reply reply(int status, ObjectNode body) {
    return Reply.json(status, Json.write(body));
  }

  private static ObjectNode body(int status, String name, String message) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", status).put("message", message).put("status", name);
    return body;
  }

  /// The error a fault asks for.
  static Reply of(ErrorFault fault, String model, Dice dice) {
    return switch (fault) {
      case RATE_LIMITED -> perMinute(model, delay(dice));
      case RATE_LIMITED_WITHOUT_HINT -> error(429, "RESOURCE_EXHAUSTED", QUOTA);
      case DAILY_QUOTA -> perDay(model, delay(dice));
      case SPEND_LIMIT, OUT_OF_CREDIT ->
          error(
              402,
              "RESOURCE_EXHAUSTED",
              "Your prepaid credits are depleted. Do not retry; add credit to continue.");
      case INVALID_REQUEST ->
          error(400, "INVALID_ARGUMENT", "Request contains an invalid argument.");
      case INVALID_KEY -> invalidKey();
      case FORBIDDEN -> error(403, "PERMISSION_DENIED", "The caller does not have permission");
      case NOT_FOUND -> noModel(model);
      case CONFLICT -> error(409, "ABORTED", "The operation was aborted.");
      case TOO_LARGE -> tooLarge();
      case CANCELLED -> error(499, "CANCELLED", "The operation was cancelled.");
      case INTERNAL ->
          error(500, "INTERNAL", "An internal error has occurred. Please retry or report.");
      case OVERLOADED -> overloaded();
      case TIMED_OUT ->
          error(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.");
      case ERROR_AFTER_OK -> reply(200, body(503, "UNAVAILABLE", "The model is overloaded."));
      case ODD_SHAPE -> inArray(503, body(503, "UNAVAILABLE", "The model is overloaded."));
    };
  }

  static Reply overloaded() {
    return error(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
  }

  static Reply tooLarge() {
    return error(
        400,
        "INVALID_ARGUMENT",
        "Request payload size exceeds the limit: 20971520 bytes. Use the File API.");
  }

  static Reply noModel(String model) {
    return error(
        404,
        "NOT_FOUND",
        "models/%s is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods."
            .formatted(model));
  }

  static Reply invalidKey() {
    ObjectNode body =
        body(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
    details(body)
        .addObject()
        .put("@type", TYPES + "ErrorInfo")
        .put("reason", "API_KEY_INVALID")
        .put("domain", "googleapis.com")
        .putObject("metadata")
        .put("service", "generativelanguage.googleapis.com");
    return reply(400, body);
  }

  /// An error in an array, as streams without `alt=sse` and some front ends send it.
  static Reply inArray(int status, ObjectNode body) {
    return Reply.json(status, "[" + Json.write(body) + "]");
  }

  private static String delay(Dice dice) {
    return String.format(Locale.ROOT, "%.9fs", 0.2 + dice.share() * 3);
  }

  private static Reply perMinute(String model, String delay) {
    return quota(
        model,
        delay,
        "generate_content_paid_tier_input_token_count",
        "GenerateContentPaidTierInputTokensPerModelPerMinute");
  }

  private static Reply perDay(String model, String delay) {
    return quota(
        model,
        delay,
        "generate_requests_per_model_per_day",
        "GenerateRequestsPerDayPerProjectPerModel");
  }

  private static Reply quota(String model, String delay, String metric, String id) {
    String shortDelay = delay.substring(0, delay.indexOf('.') + 3);
    ObjectNode body =
        body(429, "RESOURCE_EXHAUSTED", QUOTA + "\nPlease retry in " + shortDelay + "s.");
    ArrayNode details = details(body);
    details
        .addObject()
        .put("@type", TYPES + "Help")
        .putArray("links")
        .addObject()
        .put("description", "Learn more about Gemini API quotas")
        .put("url", "https://ai.google.dev/gemini-api/docs/rate-limits");
    details.add(violation(model, metric, id));
    details.addObject().put("@type", TYPES + "RetryInfo").put("retryDelay", delay);
    return reply(429, body);
  }

  private static ObjectNode violation(String model, String metric, String id) {
    ObjectNode failure = Json.object().put("@type", TYPES + "QuotaFailure");
    failure
        .putArray("violations")
        .addObject()
        .put("quotaMetric", METRIC + metric)
        .put("quotaId", id)
        .put("quotaValue", "250")
        .putObject("quotaDimensions")
        .put("location", "global")
        .put("model", model);
    return failure;
  }

  private static ArrayNode details(ObjectNode body) {
    return body.withObject("/error").putArray("details");
  }
}
