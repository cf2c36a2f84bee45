package koalens.backend.people;

/// The identity provider's keys cannot be fetched: who a token is of cannot be told now. A later
/// try helps.
public final class KeysUnavailableException extends RuntimeException {
  KeysUnavailableException(Throwable cause) {
    super("the identity provider's keys cannot be fetched", cause);
  }
}
