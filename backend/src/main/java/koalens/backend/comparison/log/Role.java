package koalens.backend.comparison.log;

/// Why a provider was asked.
public enum Role {
  /// The experiment drew it, for the user or the request: what is compared.
  RANDOMISED,
  /// Beside the assigned one, for comparison alone.
  SHADOW,
  /// In place of the assigned one, which failed.
  FALLBACK,
  /// The request named it.
  FORCED,
  /// The settings name it, or the log does not say.
  CONFIGURED;

  static Role of(String assignment) {
    return switch (assignment) {
      case "sticky", "random" -> RANDOMISED;
      case "shadow" -> SHADOW;
      case "fallback", "hedge" -> FALLBACK;
      case "forced" -> FORCED;
      default -> CONFIGURED;
    };
  }
}
