package koalens.backend.configure;

/// Who answers what the embedded engine cannot settle.
public enum AiProvider {
  /// Nobody: the embedded engine alone.
  LOCAL,
  /// Google Gemini.
  GEMINI,
  /// Anthropic Claude.
  CLAUDE
}
