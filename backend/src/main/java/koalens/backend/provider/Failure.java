package koalens.backend.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// Why there is no answer. Carries neither key nor anything of the prompt or the answer.
///
/// @param kind what went wrong
/// @param httpStatus the status of the answer, where there was one
/// @param code the provider's own word for it, such as `rate_limit_error`; where it gave one
/// @param requestId the provider's mark for the request, where it gave one
/// @param retryAfter how long the provider asks to wait, where it does; until a used-up quota is
///   there again, where that is known
/// @param again whether the provider says that the same request may succeed later, where it does
/// @param reply what came back, where the provider answered and so will charge
public record Failure(
    FailureKind kind,
    OptionalInt httpStatus,
    Optional<String> code,
    Optional<String> requestId,
    Optional<Duration> retryAfter,
    Optional<Boolean> again,
    Optional<Reply> reply) {

  /// A failure of which the provider does not say whether to try again.
  public Failure(
      FailureKind kind,
      OptionalInt httpStatus,
      Optional<String> code,
      Optional<String> requestId,
      Optional<Duration> retryAfter,
      Optional<Reply> reply) {
    this(kind, httpStatus, code, requestId, retryAfter, Optional.empty(), reply);
  }

  /// A failure of which only the kind is known.
  public static Failure of(FailureKind kind) {
    return new Failure(
        kind,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Whether the same request may succeed a little later: as the provider says, else by the kind.
  public boolean retryable() {
    return again.orElseGet(kind::retryable);
  }
}
