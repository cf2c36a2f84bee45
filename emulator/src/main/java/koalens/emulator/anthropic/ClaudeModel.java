package koalens.emulator.anthropic;

import java.util.List;
import java.util.Optional;

/// A model of Anthropic's, as far as requests differ by it. Source: Anthropic's model pages and
/// migration notes, September to November 2026.
///
/// @param id such as `claude-haiku-5-5`
/// @param name for people
/// @param created when it came out
/// @param contextTokens the largest prompt
/// @param strict whether it is of the 5.5 generation, which takes no sampling parameters, no
///   prefill and no thinking budget
/// @param takesForcedTool whether a tool may be forced on it
record ClaudeModel(
    String id,
    String name,
    String created,
    int contextTokens,
    boolean strict,
    boolean takesForcedTool) {
  static final List<ClaudeModel> ALL =
      List.of(
          new ClaudeModel(
              "claude-haiku-5-5", "Claude Haiku 5.5", "2026-10-07", 200_000, true, true),
          new ClaudeModel(
              "claude-sonnet-5-5", "Claude Sonnet 5.5", "2026-09-28", 1_000_000, true, false),
          new ClaudeModel(
              "claude-opus-5-5", "Claude Opus 5.5", "2026-09-22", 1_000_000, true, false),
          new ClaudeModel(
              "claude-fable-5-1", "Claude Fable 5.1", "2026-06-01", 200_000, false, true),
          new ClaudeModel(
              "claude-sonnet-5", "Claude Sonnet 5", "2026-03-01", 1_000_000, false, true),
          new ClaudeModel(
              "claude-haiku-4-5", "Claude Haiku 4.5", "2025-10-01", 200_000, false, true),
          new ClaudeModel(
              "claude-sonnet-4-6", "Claude Sonnet 4.6", "2026-02-01", 200_000, false, true));

  static Optional<ClaudeModel> find(String id) {
    return ALL.stream().filter(model -> id.equals(model.id) || dated(id, model.id)).findFirst();
  }

  private static boolean dated(String id, String family) {
    return id.matches(family + "-\\d{8}");
  }

  int images() {
    return contextTokens <= 200_000 ? 100 : 600;
  }
}
