package koalens.backend.comparison.log;

import java.util.Optional;

/// The two that are compared.
public enum Arm {
  /// Google Gemini.
  GEMINI("gemini"),
  /// Anthropic Claude.
  CLAUDE("claude");

  private final String word;

  Arm(String word) {
    this.word = word;
  }

  /// The word in the log.
  public String word() {
    return word;
  }

  /// The one it is compared with.
  public Arm other() {
    return this == GEMINI ? CLAUDE : GEMINI;
  }

  static Optional<Arm> of(String word) {
    return switch (word) {
      case "gemini", "gcp.gemini", "google" -> Optional.of(GEMINI);
      case "claude", "anthropic" -> Optional.of(CLAUDE);
      default -> Optional.empty();
    };
  }
}
