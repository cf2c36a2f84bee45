package koalens.backend.configure;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.backend.provider.AnswerSchema;
import koalens.backend.provider.ModelClient;
import koalens.backend.provider.Prompt;
import koalens.backend.provider.Provider;
import koalens.backend.provider.ResilientProvider;
import koalens.backend.provider.claude.ClaudeClient;
import koalens.backend.provider.gemini.GeminiClient;
import koalens.backend.provider.price.PriceBook;
import koalens.backend.provider.wire.AnswerRecorder;
import koalens.backend.provider.wire.Endpoint;

/// The providers for which there are keys, and what to say of them.
final class Providers {
  private static final String GEMINI = "https://generativelanguage.googleapis.com";
  private static final String CLAUDE = "https://api.anthropic.com";

  private Providers() {}

  /// The providers there are keys for, Gemini first.
  static List<Provider> of(Settings settings) {
    var providers = new ArrayList<Provider>();
    settings.geminiKey().ifPresent(key -> providers.add(guarded(gemini(settings, key), settings)));
    settings
        .anthropicKey()
        .ifPresent(key -> providers.add(guarded(claude(settings, key), settings)));
    prepare(List.copyOf(providers));
    return providers;
  }

  // Loading an SDK takes longer than a caller waits.
  private static void prepare(List<Provider> providers) {
    var sample = new Prompt<>("", "sample", List.of(), new AnswerSchema<>(Sample.class), 1);
    providers.forEach(provider ->
        Thread.ofVirtual().name("provider-prepare").start(() -> provider.prepare(sample)));
  }

  private record Sample(String text) {}

  private static Provider guarded(ModelClient client, Settings settings) {
    return new ResilientProvider(client, settings.providers().resilience());
  }

  private static ModelClient gemini(Settings settings, Secret key) {
    AiSettings ai = settings.ai();
    return new GeminiClient(
        ai.geminiModel(),
        endpoint(ai.geminiBaseUrl(), GEMINI, key, settings),
        recorder(settings),
        settings.providers().geminiInlineBytes());
  }

  private static ModelClient claude(Settings settings, Secret key) {
    AiSettings ai = settings.ai();
    return new ClaudeClient(
        ai.claudeModel(), endpoint(ai.claudeBaseUrl(), CLAUDE, key, settings), recorder(settings));
  }

  private static Endpoint endpoint(
      Optional<URI> set, String standard, Secret key, Settings settings) {
    return new Endpoint(
        set.map(URI::toString).orElse(standard),
        key.value(),
        settings.providers().resilience().concurrentCalls());
  }

  private static AnswerRecorder recorder(Settings settings) {
    boolean takesEmulated = settings.environment() != Environment.PRODUCTION;
    return new AnswerRecorder(settings.providers().maxAnswerBytes(), takesEmulated);
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

  private static String price(Provider provider) {
    return PriceBook.standard()
        .price(provider.name(), provider.model(), 0, LocalDate.now(ZoneOffset.UTC))
        .map(price -> "price " + price.evidence().word())
        .orElse("price unknown");
  }

  private static String state(Provider provider) {
    String circuit =
        switch (provider.circuit()) {
          case CLOSED -> "circuit closed";
          case HALF_OPEN -> "circuit half open";
          case OPEN -> "circuit open";
        };
    return "%s: %s, %s, %s"
        .formatted(provider.name().word(), provider.model(), circuit, price(provider));
  }
}
