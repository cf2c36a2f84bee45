package koalens.backend.people;

/// What a caller showed proves nothing. The message says why and never quotes it.
public final class NotAdmittedException extends RuntimeException {
  NotAdmittedException(String message) {
    super(message, null, false, false);
  }
}
