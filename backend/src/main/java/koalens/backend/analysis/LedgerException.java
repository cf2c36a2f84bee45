package koalens.backend.analysis;

import org.jspecify.annotations.Nullable;

/// The ledger could not do what was asked. The message never holds a person's text.
public final class LedgerException extends RuntimeException {
  private final boolean overloaded;

  private LedgerException(String message, boolean overloaded, @Nullable Throwable cause) {
    super(message, cause);
    this.overloaded = overloaded;
  }

  /// More is waiting to be kept than the ledger takes: a later try helps.
  public static LedgerException overloaded(String message) {
    return new LedgerException(message, true, null);
  }

  /// The database failed or is closed: a try helps only after somebody mended it.
  public static LedgerException failed(String message, @Nullable Throwable cause) {
    return new LedgerException(message, false, cause);
  }

  /// Whether a later try helps.
  public boolean isOverloaded() {
    return overloaded;
  }
}
