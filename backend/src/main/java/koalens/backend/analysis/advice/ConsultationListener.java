package koalens.backend.analysis.advice;

import java.util.Optional;
import koalens.backend.provider.Attempt;
import koalens.backend.provider.AttemptOutcome;

/// Is told what happens in consultations: for logs and metrics. Called from many threads; must not
/// throw, nor take long.
public interface ConsultationListener {
  /// A provider was chosen.
  default void chosen(Consultation consultation) {}

  /// An attempt of a call ended.
  ///
  /// @param charge its list price, where known
  default void attempted(
      Call call, Attempt attempt, AttemptOutcome outcome, Optional<Charge> charge) {}

  /// An answer is there, or it is certain that none comes.
  default void concluded(Conclusion conclusion) {}
}
