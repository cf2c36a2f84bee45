package koalens.backend.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Tells the pool which connections to SQLite must not be used again: after some failures SQLite
/// ends the transaction by itself, and its driver goes on believing in it, so that no later one
/// could ever be committed.
final class BrokenConnections implements SQLExceptionOverride {
  // Of an extended code the lowest byte says of which kind it is.
  private static final int KIND = 0xFF;

  @java.lang.Override
  public Override adjudicate(SQLException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite && ends(kind(sqlite))) {
        return Override.MUST_EVICT;
      }
    }
    return Override.CONTINUE_EVICT;
  }

  static int kind(SQLiteException fault) {
    return fault.getResultCode().code & KIND;
  }

  private static boolean ends(int kind) {
    return kind == SQLiteErrorCode.SQLITE_FULL.code
        || kind == SQLiteErrorCode.SQLITE_IOERR.code
        || kind == SQLiteErrorCode.SQLITE_NOMEM.code
        || kind == SQLiteErrorCode.SQLITE_INTERRUPT.code;
  }
}
