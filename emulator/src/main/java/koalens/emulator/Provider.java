package koalens.emulator;

/// Whose API is emulated.
public enum Provider {
  /// Google Gemini, `v1beta`.
  GEMINI("gemini", "GEMINI"),
  /// Anthropic Claude, Messages API.
  ANTHROPIC("anthropic", "ANTHROPIC");

  private final String word;
  private final String variable;

  Provider(String word, String variable) {
    this.word = word;
    this.variable = variable;
  }

  /// As records and announcements write it.
  public String word() {
    return word;
  }

  /// The setting of the server that takes the emulator's address.
  public String baseUrlVariable() {
    return variable + "_BASE_URL";
  }

  /// The setting of the server that takes a key; any key will do.
  public String keyVariable() {
    return variable + "_API_KEY";
  }
}
