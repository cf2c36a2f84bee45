package koalens.backend.comparison.log;

/// A log that cannot be read at all: the message names it and the mend.
public final class LogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message what is the matter, and the mend
  public LogException(String message, Throwable cause) {
    super(message, cause);
  }

  LogException(String message) {
    super(message);
  }
}
