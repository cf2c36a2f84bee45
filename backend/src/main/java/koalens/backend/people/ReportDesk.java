package koalens.backend.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import koalens.backend.analysis.AnalysisIds;
import koalens.backend.analysis.StoredAnalysis;
import koalens.engine.knowledge.Status;

/// Takes reports of wrong verdicts, for operators to look at and for the engine to learn from.
/// Thread-safe.
///
/// Every method throws [koalens.backend.analysis.LedgerException] when the database cannot be
/// asked.
public final class ReportDesk {
  private final ReportStore reports;
  private final HistoryStore history;
  private final Clock clock;

  /// A desk that files reports in the store.
  public ReportDesk(ReportStore reports, HistoryStore history, Clock clock) {
    this.reports = reports;
    this.history = history;
    this.clock = clock;
  }

  /// What somebody reports.
  ///
  /// @param analysisId the analysis it is about, when one is named
  /// @param ingredient the ingredient it is about; empty for the label as a whole
  /// @param expected the verdict it should have been, when said
  /// @param language the language of the label, when said
  /// @param text the label, when there is no analysis
  /// @param feedback what the person says
  public record Complaint(
      Optional<String> analysisId,
      String ingredient,
      Optional<Status> expected,
      Optional<String> language,
      String text,
      String feedback) {}

  /// Files a complaint.
  ///
  /// @return the report's id; empty when the analysis it names is not the caller's to name
  public Optional<String> file(Complaint complaint, Caller caller) {
    Optional<StoredAnalysis> analysis =
        complaint.analysisId().flatMap(id -> analysis(id, caller.findPerson()));
    if (complaint.analysisId().isPresent() && analysis.isEmpty()) {
      return Optional.empty();
    }
    Report report = report(complaint, caller.findPerson(), analysis);
    reports.add(report);
    return Optional.of(report.id());
  }

  private Optional<StoredAnalysis> analysis(String id, Optional<Person> person) {
    return person
        .flatMap(known -> history.find(known, id))
        .map(KeptAnalysis::analysis)
        .or(() -> history.findUnowned(id));
  }

  private Report report(
      Complaint complaint, Optional<Person> person, Optional<StoredAnalysis> analysis) {
    Instant at = clock.instant();
    String label = analysis.map(StoredAnalysis::labelText).orElse(complaint.text());
    return new Report(
        AnalysisIds.next(at),
        at,
        person,
        complaint.analysisId(),
        complaint.ingredient(),
        analysis.map(StoredAnalysis::status),
        complaint.expected(),
        complaint.language().orElse("und"),
        label.isEmpty() ? complaint.ingredient() : label,
        complaint.feedback());
  }

  /// A page of all reports, newest first.
  ///
  /// @param before the id that the page begins after, when it is not the first
  public List<Report> list(Optional<String> before, int limit) {
    return reports.list(before, limit);
  }

  /// Hands over all reports, oldest first.
  public void forEach(Consumer<Report> taker) {
    reports.forEach(taker);
  }

  /// Hands over all reports of one person, oldest first.
  public void forEach(Person person, Consumer<Report> taker) {
    reports.forEach(person, taker);
  }
}
