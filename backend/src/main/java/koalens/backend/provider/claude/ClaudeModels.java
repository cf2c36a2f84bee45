package koalens.backend.provider.claude;

import java.util.List;
import java.util.function.Predicate;
import koalens.backend.provider.ModelCapabilities;
import koalens.backend.provider.ModelCapabilities.Thinking;

/// What Claude's model families take. The 5.5 generation turns away sampling parameters, thinking
/// budgets, prefill and forced tools, so that no request uses the last three. Source: Anthropic's
/// model pages and migration notes, September to November 2026.
final class ClaudeModels {
  // More special families first.
  private static final List<ModelCapabilities> FAMILIES =
      List.of(
          family("claude-haiku-5-5", false, Thinking.LEVEL),
          family("claude-sonnet-5-5", false, Thinking.LEVEL),
          family("claude-opus-5-5", false, Thinking.LEVEL),
          family("claude-haiku-4", true, Thinking.NONE),
          family("claude-sonnet-4", true, Thinking.NONE),
          family("claude-3", true, Thinking.NONE));
  // Unknown and between: what every model takes.
  private static final ModelCapabilities ANY = family("claude", false, Thinking.NONE);

  private ClaudeModels() {}

  static ModelCapabilities capabilities(String model) {
    Predicate<ModelCapabilities> of = family -> model.startsWith(family.family());
    return FAMILIES.stream().filter(of).findFirst().orElse(ANY);
  }

  private static ModelCapabilities family(String name, boolean sampling, Thinking thinking) {
    return new ModelCapabilities(name, true, false, sampling, thinking);
  }
}
