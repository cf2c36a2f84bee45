package koalens.backend.people;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps reports. Thread-safe.
///
/// Every method throws [koalens.backend.analysis.LedgerException] when the database cannot be
/// asked.
public interface ReportStore {
  /// Keeps a report. It is in the database when this returns.
  void add(Report report);

  /// A page of all reports, newest first.
  ///
  /// @param before the id that the page begins after, when it is not the first
  List<Report> list(Optional<String> before, int limit);

  /// Hands over all reports, oldest first, without holding them all.
  void forEach(Consumer<Report> taker);

  /// Hands over all reports of one person, oldest first.
  void forEach(Person person, Consumer<Report> taker);
}
