package koalens.backend.analysis.advice;

import java.time.Duration;
import java.util.Optional;
import koalens.backend.provider.FailureKind;
import koalens.engine.knowledge.Status;

/// What came of asking in a consultation; in shadow mode one for each provider.
///
/// @param consultation the consultation
/// @param outcome what came of it
/// @param asked the call that was answered or, when none was, the last that was not; empty when
///   there was nothing to ask
/// @param failure why the assigned provider, or the shadow, did not answer
/// @param duration the whole consultation; of a shadow, its call
/// @param betweenCalls the part of the duration in which no call was under way
/// @param names how much text was sent
/// @param verdicts what each makes of the label
public record Conclusion(
    Consultation consultation,
    Outcome outcome,
    Optional<Asked> asked,
    Optional<FailureKind> failure,
    Duration duration,
    Duration betweenCalls,
    Names names,
    Verdicts verdicts) {

  /// What came of asking.
  public enum Outcome {
    /// As assigned: the provider answered, or there was nothing to ask.
    OK("ok", false),
    /// Another provider answered.
    FALLBACK("fallback", false),
    /// No provider answered: the engine's own answer stands.
    ENGINE("engine", false),
    /// A shadow answered.
    SHADOW_OK("ok", true),
    /// A shadow did not.
    SHADOW_FAILED("failed", true);

    private final String word;
    private final boolean shadow;

    Outcome(String word, boolean shadow) {
      this.word = word;
      this.shadow = shadow;
    }

    /// The word used in logs and metrics.
    public String word() {
      return word;
    }

    /// Whether the answer was for comparison alone.
    public boolean isShadow() {
      return shadow;
    }
  }

  /// How much text was put to providers, and how much sending the whole list would have been.
  ///
  /// @param sent characters of the names sent
  /// @param all characters of the names of all undivided contents
  public record Names(long sent, long all) {}

  /// What each makes of the label.
  ///
  /// @param answered what the person is answered; of a shadow, what would have been
  /// @param confidence how much of that rests on exact knowledge, from 0 to 1
  /// @param engine what the engine alone says
  /// @param provider what the provider alone says, when asked about the whole list
  /// @param overruled ingredients the engine knows to be from an animal and the provider does not
  ///   call so
  /// @param conflicts ingredients the engine knows to be vegan and the provider calls non-vegan
  public record Verdicts(
      Status answered,
      double confidence,
      Status engine,
      Optional<Status> provider,
      int overruled,
      int conflicts) {}
}
