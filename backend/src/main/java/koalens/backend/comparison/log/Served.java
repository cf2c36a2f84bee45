package koalens.backend.comparison.log;

/// Who gave the answer that a person got.
public enum Served {
  /// Google Gemini.
  GEMINI("gemini"),
  /// Anthropic Claude.
  CLAUDE("claude"),
  /// The engine alone: no provider answered.
  ENGINE("engine"),
  /// The log does not say.
  NOT_SAID("not said");

  private final String word;

  Served(String word) {
    this.word = word;
  }

  /// In a word.
  public String word() {
    return word;
  }

  static Served of(String provider) {
    return switch (provider) {
      case "local" -> ENGINE;
      default ->
          Arm.of(provider)
              .map(arm ->
                  switch (arm) {
                    case GEMINI -> GEMINI;
                    case CLAUDE -> CLAUDE;
                  })
              .orElse(NOT_SAID);
    };
  }
}
