package koalens.backend.configure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.backend.provider.Provider;

/// The providers for which there are keys, and what to say of them.
final class Providers {
  private Providers() {}

  /// The providers there are keys for, Gemini first.
  static List<Provider> of(Settings settings) {
    var providers = new ArrayList<Provider>();
    return providers;
  }

  /// Whether they can be asked. The engine answers where they cannot: never a reason not to serve.
  static Readiness.Check check(Settings settings, List<Provider> providers) {
    Stream<String> there = providers.stream().map(Providers::state);
    Stream<String> missing =
        Stream.of(AiProvider.GEMINI, AiProvider.CLAUDE)
            .map(AiProvider::word)
            .filter(name -> providers.stream().noneMatch(p -> p.name().word().equals(name)))
            .map(name -> name + ": no key");
    String who =
        settings
            .ai()
            .experiment()
            .map(experiment -> "experiment " + experiment.name() + " " + experiment.version())
            .orElse("asks " + settings.aiProvider().word());
    String detail =
        Stream.concat(Stream.of(who), Stream.concat(there, missing))
            .collect(Collectors.joining("; "));
    return new Readiness.Check("provider", true, detail);
  }

  private static String state(Provider provider) {
    String circuit =
        switch (provider.circuit()) {
          case CLOSED -> "circuit closed";
          case HALF_OPEN -> "circuit half open";
          case OPEN -> "circuit open";
        };
    return "%s: %s, %s".formatted(provider.name().word(), provider.model(), circuit);
  }
}
