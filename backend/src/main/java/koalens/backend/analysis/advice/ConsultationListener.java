package koalens.backend.analysis.advice;

import java.util.OptionalLong;
import koalens.backend.provider.Attempt;
import koalens.backend.provider.AttemptOutcome;

/// Is told what happens in consultations: for logs and metrics. Called from many threads; must not
/// throw, nor take long.
public interface ConsultationListener {
  /// A provider was chosen.
  default void chosen(Consultation consultation) {}

  /// An attempt of a call ended.
  ///
  /// @param costMicros its list price in millionths of a US dollar, where known
  default void attempted(
      Call call, Attempt attempt, AttemptOutcome outcome, OptionalLong costMicros) {}

  /// An answer is there, or it is certain that none comes.
  default void concluded(Conclusion conclusion) {}
}
