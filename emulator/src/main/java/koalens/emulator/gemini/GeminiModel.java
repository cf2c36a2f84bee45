package koalens.emulator.gemini;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A model of Google's, as far as requests differ by it. Source: Google's model pages, November
/// 2026. The 2.5 family is gone.
///
/// @param id such as `gemini-3.8-flash`
/// @param thinkingLevels the levels it takes, in lower case
/// @param takesBudget whether it takes a thinking budget
record GeminiModel(String id, Set<String> thinkingLevels, boolean takesBudget) {
  private static final Set<String> FOUR = Set.of("minimal", "low", "medium", "high");
  private static final Set<String> THREE = Set.of("low", "medium", "high");

  static final List<GeminiModel> ALL =
      List.of(
          new GeminiModel("gemini-4-argon", THREE, false),
          new GeminiModel("gemini-4-carbon", THREE, false),
          new GeminiModel("gemini-3.8-flash", THREE, true),
          new GeminiModel("gemini-3.7-flash", FOUR, true),
          new GeminiModel("gemini-3.6-flash", FOUR, true),
          new GeminiModel("gemini-3.5-flash", FOUR, true),
          new GeminiModel("gemini-3.5-flash-lite", FOUR, true),
          new GeminiModel("gemini-3.1-flash-lite", FOUR, true),
          new GeminiModel("gemini-3.1-pro-preview", THREE, true));

  /// Copies the levels.
  GeminiModel {
    thinkingLevels = Set.copyOf(thinkingLevels);
  }

  static Optional<GeminiModel> find(String id) {
    return ALL.stream().filter(model -> model.id.equals(id)).findFirst();
  }
}
