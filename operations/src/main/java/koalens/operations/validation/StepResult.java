package koalens.operations.validation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of a step.
///
/// @param name the step
/// @param outcome how it ended
/// @param reasons what was wrong, or why it was skipped; empty when it passed
/// @param took the whole time, waits between tries included
/// @param durations how long each request took
/// @param evidence what was asked and answered, for a step that failed
public record StepResult(
    String name,
    Outcome outcome,
    List<String> reasons,
    Duration took,
    List<Duration> durations,
    Optional<Evidence> evidence) {

  /// Copies the lists.
  public StepResult {
    reasons = List.copyOf(reasons);
    durations = List.copyOf(durations);
  }

  /// What a person needs to see a failure for themselves.
  ///
  /// @param curl the request as a line for the shell; secrets as names of variables
  /// @param status the answer's status; 0 when none came
  /// @param body the beginning of the answer's body
  public record Evidence(String curl, int status, String body) {}
}
