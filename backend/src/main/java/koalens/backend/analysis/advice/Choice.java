package koalens.backend.analysis.advice;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import koalens.backend.experiment.Assignment;
import koalens.backend.experiment.Experiment;

/// Decides who is to answer: whom the request names, else whom the experiment assigns, else whom
/// the settings name. Thread-safe.
///
/// @param experiment the experiment that runs, when one does
/// @param standard who answers otherwise
record Choice(Optional<Experiment> experiment, String standard) {

  Assignment assign(Optional<String> wanted, Optional<String> userId) {
    return wanted
        .map(Assignment::forced)
        .or(() -> experiment.map(running -> inExperiment(running, userId)))
        .orElseGet(() -> Assignment.configured(standard));
  }

  private static Assignment inExperiment(Experiment running, Optional<String> userId) {
    return userId.map(running::sticky).orElseGet(() -> running.random(ThreadLocalRandom.current()));
  }

  /// A provider that may be wrong is asked about everything where it is to be compared or was asked
  /// for by name; else about what is open.
  static Scope scope(Assignment assignment) {
    return switch (assignment.kind()) {
      case FORCED, STICKY, RANDOM -> Scope.LIST;
      case CONFIGURED -> Scope.UNSETTLED;
    };
  }
}
