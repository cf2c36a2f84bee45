package koalens.backend.configure;

import java.util.Locale;

/// Who answers what the embedded engine cannot settle.
public enum AiProvider {
  /// Nobody: the embedded engine alone.
  LOCAL,
  /// Google Gemini.
  GEMINI,
  /// Anthropic Claude.
  CLAUDE;

  /// The word used in settings, requests and answers.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
