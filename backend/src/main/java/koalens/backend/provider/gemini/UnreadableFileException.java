package koalens.backend.provider.gemini;

import koalens.backend.provider.FailureKind;

/// An uploaded file cannot be used.
final class UnreadableFileException extends RuntimeException {
  private final FailureKind kind;

  UnreadableFileException(FailureKind kind) {
    super(kind.word());
    this.kind = kind;
  }

  FailureKind kind() {
    return kind;
  }
}
