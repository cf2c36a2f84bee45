package koalens.backend.people;

import java.time.YearMonth;

/// Whether a person may have one more analysis.
public sealed interface Grant {
  /// One is used.
  ///
  /// @param month the month it counts in
  record Granted(Usage usage, YearMonth month) implements Grant {}

  /// None is left this month.
  record Refused(Usage usage) implements Grant {}
}
