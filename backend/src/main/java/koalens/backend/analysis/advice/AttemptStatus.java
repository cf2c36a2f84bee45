package koalens.backend.analysis.advice;

import koalens.backend.provider.Attempt;
import koalens.backend.provider.AttemptOutcome;
import koalens.backend.provider.FailureKind;

/// The few words the log sorts outcomes of attempts into.
final class AttemptStatus {
  private AttemptStatus() {}

  static String of(Attempt attempt, AttemptOutcome outcome) {
    return switch (outcome) {
      case AttemptOutcome.Answered _ -> attempt.cause() == Attempt.Cause.REPAIR ? "repaired" : "ok";
      case AttemptOutcome.Failed(var failure, _) -> of(failure.kind());
    };
  }

  private static String of(FailureKind kind) {
    return switch (kind) {
      case BLOCKED, REFUSED, SAFETY, RECITATION, STOPPED -> "refused";
      case TRUNCATED -> "truncated";
      case SCHEMA_INVALID -> "schema_invalid";
      case TIMEOUT, DEADLINE -> "timeout";
      case CANCELLED -> "cancelled";
      case INVALID_REQUEST,
          UNSUPPORTED_MEDIA,
          TOO_LARGE,
          MODEL_NOT_FOUND,
          AUTHENTICATION,
          QUOTA_EXHAUSTED,
          BILLING,
          RATE_LIMITED,
          OVERLOADED,
          SERVER_ERROR,
          CONNECTION,
          MALFORMED_ANSWER,
          OVERSIZED_ANSWER,
          CIRCUIT_OPEN,
          BULKHEAD_FULL ->
          "http_error";
    };
  }
}
