package koalens.backend.people;

import java.time.YearMonth;
import java.util.Optional;

/// Counts what people used. Exact however many ask at once, on however many servers. Thread-safe.
///
/// Every method throws [koalens.backend.analysis.LedgerException] when the database cannot be
/// asked.
public interface AllowanceStore {
  /// Uses one more, unless that many are used already.
  ///
  /// @return how many are used now; empty when none was left
  Optional<Long> take(Person person, YearMonth month, long limit);

  /// Gives one back.
  void giveBack(Person person, YearMonth month);

  /// How many are used.
  long used(Person person, YearMonth month);
}
