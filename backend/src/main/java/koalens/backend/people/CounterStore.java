package koalens.backend.people;

import java.time.YearMonth;

/// Counts that the published app keeps under what it calls its user. They hold nobody back and open
/// nothing: anybody may read and raise them. Thread-safe.
///
/// Every method throws [koalens.backend.analysis.LedgerException] when the database cannot be
/// asked.
public interface CounterStore {
  /// Raises a count.
  ///
  /// @return how high it is now
  long add(String userId, String name, YearMonth month, long more);

  /// How high a count is.
  long value(String userId, String name, YearMonth month);
}
