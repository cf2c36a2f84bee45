package koalens.backend.analysis;

import org.jspecify.annotations.Nullable;

/// The ledger could not do what was asked. The message never holds a person's text.
public final class LedgerException extends RuntimeException {
  private enum Kind {
    OVERLOADED,
    FAILED,
    REFUSED
  }

  private final Kind kind;

  private LedgerException(String message, Kind kind, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /// More is waiting to be kept than the ledger takes: a later try helps.
  public static LedgerException overloaded(String message) {
    return new LedgerException(message, Kind.OVERLOADED, null);
  }

  /// The database failed or is closed: a try helps only after somebody mended it.
  public static LedgerException failed(String message, @Nullable Throwable cause) {
    return new LedgerException(message, Kind.FAILED, cause);
  }

  /// The database works and will never take what it was given.
  public static LedgerException refused(String message, @Nullable Throwable cause) {
    return new LedgerException(message, Kind.REFUSED, cause);
  }

  /// Whether a later try helps.
  public boolean isOverloaded() {
    return kind == Kind.OVERLOADED;
  }

  /// Whether no try helps.
  public boolean isRefusal() {
    return kind == Kind.REFUSED;
  }
}
