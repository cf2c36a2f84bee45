package koalens.backend.analysis.advice;

import koalens.backend.provider.FailureKind;

/// When another provider is asked instead: when one cannot answer, never when it will not. Shopping
/// for the answer one likes would be no answer.
final class FallbackRule {
  private FallbackRule() {}

  static boolean allows(FailureKind failure) {
    return switch (failure) {
      case BLOCKED, REFUSED, SAFETY, RECITATION, CANCELLED -> false;
      case TRUNCATED,
          STOPPED,
          SCHEMA_INVALID,
          INVALID_REQUEST,
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
          TIMEOUT,
          MALFORMED_ANSWER,
          OVERSIZED_ANSWER,
          DEADLINE,
          CIRCUIT_OPEN,
          BULKHEAD_FULL ->
          true;
    };
  }
}
