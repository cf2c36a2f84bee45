package koalens.operations.validation;

import java.util.List;

/// What came of a validation.
///
/// @param address the server
/// @param results one for each step, in order
public record ValidationReport(String address, List<StepResult> results) {
  /// Copies the list.
  public ValidationReport {
    results = List.copyOf(results);
  }

  /// Whether nothing failed and something passed.
  public boolean passed() {
    return count(Outcome.FAILED) == 0 && count(Outcome.PASSED) > 0;
  }

  /// How many steps ended so.
  public long count(Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }

  /// One line: how many passed, failed, were skipped.
  public String summary() {
    return "%d passed, %d failed, %d skipped"
        .formatted(count(Outcome.PASSED), count(Outcome.FAILED), count(Outcome.SKIPPED));
  }
}
