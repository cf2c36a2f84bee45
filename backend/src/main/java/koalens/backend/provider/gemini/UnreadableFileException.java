package koalens.backend.provider.gemini;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import koalens.backend.provider.Failure;
import koalens.backend.provider.FailureKind;

/// An uploaded file cannot be used.
final class UnreadableFileException extends RuntimeException {
  private final transient Failure failure;

  UnreadableFileException(FailureKind kind) {
    this(Failure.of(kind));
  }

  private UnreadableFileException(Failure failure) {
    super(failure.kind().word());
    this.failure = failure;
  }

  /// It is not ready yet. That says nothing about the model, and the next attempt, for which it is
  /// there already, may find it ready.
  ///
  /// @param pause when to look again
  static UnreadableFileException notYet(Duration pause) {
    return new UnreadableFileException(
        new Failure(
            FailureKind.DEADLINE,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(pause),
            Optional.of(true),
            Optional.empty()));
  }

  Failure failure() {
    return failure;
  }
}
