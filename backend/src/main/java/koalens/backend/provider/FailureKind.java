package koalens.backend.provider;

import java.util.Locale;

/// What went wrong, by what can be done about it.
public enum FailureKind {
  /// The provider would not look at the prompt.
  BLOCKED(Remedy.NONE),
  /// The model declined to answer.
  REFUSED(Remedy.NONE),
  /// The provider stopped the answer for safety.
  SAFETY(Remedy.NONE),
  /// The provider stopped the answer as too close to a known text.
  RECITATION(Remedy.NONE),
  /// The answer reached the largest length before its end.
  TRUNCATED(Remedy.NONE),
  /// The model stopped for a reason that gives no answer.
  STOPPED(Remedy.NONE),
  /// The answer did not keep to the schema, not even after a repair.
  SCHEMA_INVALID(Remedy.NONE),
  /// The provider could not make sense of the request: ours to mend.
  INVALID_REQUEST(Remedy.NONE),
  /// The model does not take this kind of media.
  UNSUPPORTED_MEDIA(Remedy.NONE),
  /// The request is larger than the provider or the model takes.
  TOO_LARGE(Remedy.NONE),
  /// The model is not there.
  MODEL_NOT_FOUND(Remedy.NONE),
  /// The key is missing, wrong, or may not do this.
  AUTHENTICATION(Remedy.NONE),
  /// The quota of the day is used up.
  QUOTA_EXHAUSTED(Remedy.NONE),
  /// A limit on spending is reached, or there is no credit.
  BILLING(Remedy.NONE),
  /// Too many requests or tokens in a short time.
  RATE_LIMITED(Remedy.WAIT),
  /// The provider has too much to do.
  OVERLOADED(Remedy.WAIT),
  /// The provider failed.
  SERVER_ERROR(Remedy.WAIT),
  /// The provider could not be reached, or the connection broke.
  CONNECTION(Remedy.WAIT),
  /// An attempt took longer than it may.
  TIMEOUT(Remedy.WAIT),
  /// What came back is not what this provider sends.
  MALFORMED_ANSWER(Remedy.WAIT),
  /// More came back than is read.
  OVERSIZED_ANSWER(Remedy.NONE),
  /// The deadline passed.
  DEADLINE(Remedy.NONE),
  /// Nobody waits for the answer any more.
  CANCELLED(Remedy.NONE),
  /// Not asked, since too many calls before it failed.
  CIRCUIT_OPEN(Remedy.NONE),
  /// Not asked, since too many calls are under way.
  BULKHEAD_FULL(Remedy.NONE);

  private enum Remedy {
    NONE,
    WAIT
  }

  private final Remedy remedy;

  FailureKind(Remedy remedy) {
    this.remedy = remedy;
  }

  /// Whether the same request may succeed a little later.
  public boolean retryable() {
    return remedy == Remedy.WAIT;
  }

  /// The word used in logs and metrics (`error.type`).
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
