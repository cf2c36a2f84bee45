package koalens.backend.provider;

/// Whose models answer.
public enum ProviderName {
  /// Google Gemini.
  GEMINI("gemini", "gcp.gemini", "generate_content"),
  /// Anthropic Claude.
  CLAUDE("claude", "anthropic", "chat");

  private final String word;
  private final String telemetryName;
  private final String operation;

  ProviderName(String word, String telemetryName, String operation) {
    this.word = word;
    this.telemetryName = telemetryName;
    this.operation = operation;
  }

  /// The word used in settings, answers and logs.
  public String word() {
    return word;
  }

  /// OpenTelemetry's `gen_ai.provider.name`.
  public String telemetryName() {
    return telemetryName;
  }

  /// OpenTelemetry's `gen_ai.operation.name`.
  public String operation() {
    return operation;
  }
}
