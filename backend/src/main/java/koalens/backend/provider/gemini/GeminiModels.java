package koalens.backend.provider.gemini;

import java.util.List;
import java.util.function.Predicate;
import koalens.backend.provider.ModelCapabilities;
import koalens.backend.provider.ModelCapabilities.Thinking;

/// What Gemini's model families take. Source: Google's model pages, September to November 2026.
final class GeminiModels {
  private static final List<ModelCapabilities> FAMILIES =
      List.of(
          family("gemini-1.5", true, Thinking.NONE),
          family("gemini-2.0", true, Thinking.NONE),
          family("gemini-2.5", true, Thinking.BUDGET),
          family("gemini-3", false, Thinking.LEVEL),
          family("gemini-4", false, Thinking.LEVEL));
  // Unknown: what every model takes.
  private static final ModelCapabilities ANY = family("gemini", false, Thinking.NONE);

  private GeminiModels() {}

  static ModelCapabilities capabilities(String model) {
    Predicate<ModelCapabilities> of = family -> model.startsWith(family.family());
    return FAMILIES.stream().filter(of).findFirst().orElse(ANY);
  }

  // The third generation takes a temperature, but Google advises against one.
  private static ModelCapabilities family(String name, boolean sampling, Thinking thinking) {
    return new ModelCapabilities(name, true, true, sampling, thinking);
  }
}
