package koalens.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.advice.Asked;
import koalens.backend.analysis.advice.Conclusion;
import koalens.backend.analysis.advice.ConsultationListener;
import koalens.backend.analysis.advice.Spent;
import koalens.backend.configure.Application;
import koalens.backend.configure.Consultants;
import koalens.backend.configure.Settings;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;
import koalens.backend.provider.price.PriceBook;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.Scenario;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Policy;

/// What asking a provider only about what the engine does not know saves: calls, tokens and dollars
/// for 1,000 analyses, beside sending every list. The providers are emulated: their calls are real,
/// their tokens counted by a rule of thumb. The dollars are the price book's, today and on each day
/// for which another price is announced.
///
/// Arguments: `--data FILE`, a tab-separated file with a column `text`; else so many made-up labels
/// (default 1,000).
public final class ProviderSaving {
  private ProviderSaving() {}

  /// The calls of each analysis that asked.
  ///
  /// @param analyses how many there were, whether they asked or not
  private record Bill(List<Spent> asked, int analyses) {
    /// Copies the list.
    Bill {
      asked = List.copyOf(asked);
    }

    double forThousand(ToDoubleFunction<Spent> amount) {
      return 1_000 * asked.stream().mapToDouble(amount).sum() / analyses;
    }

    double calls() {
      return forThousand(Spent::attempts);
    }

    double tokens() {
      return forThousand(spent -> spent.inputTokens() + spent.outputTokens());
    }

    double dollars(ProviderName provider, String model, LocalDate day) {
      return forThousand(spent ->
          PriceBook.standard()
                  .cost(provider, model, Usage.of(spent.inputTokens(), spent.outputTokens()), day)
                  .orElseThrow()
                  .total()
                  .doubleValue()
              / 1e6);
    }
  }

  /// Measures, and prints tables.
  public static void main(String[] arguments) throws IOException {
    LabelEngine engine = Application.engine(Settings.read(Map.of()));
    List<String> texts = texts(arguments, engine);
    System.out.printf(
        Locale.ROOT,
        "%,d labels; for 1,000 analyses, dollars for every list and for what is unknown:%n",
        texts.size());
    print(ProviderName.GEMINI, Provider.GEMINI, texts, engine);
    print(ProviderName.CLAUDE, Provider.ANTHROPIC, texts, engine);
  }

  private static void print(
      ProviderName provider, Provider emulated, List<String> texts, LabelEngine engine)
      throws IOException {
    try (Emulator emulator = Emulator.start(emulated, Scenario.of(1), 0)) {
      Settings settings = settings(provider, emulator);
      String model =
          switch (provider) {
            case GEMINI -> settings.ai().geminiModel();
            case CLAUDE -> settings.ai().claudeModel();
          };
      Bill whole = bill(texts, Optional.of(provider.word()), engine, settings);
      Bill unsettled = bill(texts, Optional.empty(), engine, settings);
      print(provider, model, whole, unsettled);
    }
  }

  private static void print(ProviderName provider, String model, Bill whole, Bill unsettled) {
    System.out.printf(
        Locale.ROOT,
        "%s%n  every list sent: %,.0f calls, %,.0f tokens%n"
            + "  what the engine does not know: %,.0f calls, %,.0f tokens%n",
        provider.word(),
        whole.calls(),
        whole.tokens(),
        unsettled.calls(),
        unsettled.tokens());
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (String one : Stream.concat(Stream.of(model), dearer(provider)).toList()) {
      var days = new TreeSet<>(PriceBook.standard().changesAfter(provider, one, today));
      days.add(today);
      for (LocalDate day : days) {
        double all = whole.dollars(provider, one, day);
        double some = unsettled.dollars(provider, one, day);
        System.out.printf(
            Locale.ROOT,
            "  %-22s %s  $%.4f  $%.4f  saved %.0f %%%n",
            one,
            day,
            all,
            some,
            100 * (all - some) / all);
      }
    }
  }

  // Beside the model that is asked when nothing is set.
  private static Stream<String> dearer(ProviderName provider) {
    return switch (provider) {
      case GEMINI -> Stream.of("gemini-3.8-flash", "gemini-4-argon");
      case CLAUDE -> Stream.of("claude-sonnet-5-5", "claude-opus-5-5");
    };
  }

  private static Settings settings(ProviderName provider, Emulator emulator) throws IOException {
    String name =
        switch (provider) {
          case GEMINI -> "GEMINI";
          case CLAUDE -> "ANTHROPIC";
        };
    return Settings.read(
        Map.of(
            "DATA_DIR",
            Files.createTempDirectory("koalens-saving").toString(),
            "AI_DEADLINE_MS",
            "60000",
            "AI_PROVIDER",
            provider.word(),
            name + "_API_KEY",
            "key-for-emulators",
            name + "_BASE_URL",
            emulator.baseUrl()));
  }

  private static List<String> texts(String[] arguments, LabelEngine engine) throws IOException {
    if (arguments.length == 2 && arguments[0].equals("--data")) {
      return column(Files.readAllLines(Path.of(arguments[1])));
    }
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    return Stream.of("sv", "en")
        .flatMap(
            language -> new LabelTexts(engine.knowledge(), language, 7).texts(count / 2).stream())
        .toList();
  }

  private static List<String> column(List<String> lines) {
    int text = List.of(lines.getFirst().split("\t", -1)).indexOf("text");
    if (text < 0) {
      throw new IllegalArgumentException("the file has no column named text in its first line");
    }
    return lines.stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(fields -> fields.length > text && !fields[text].isBlank())
        .map(fields -> fields[text])
        .toList();
  }

  // Each way with answers of its own, none kept from the other.
  private static Bill bill(
      List<String> texts, Optional<String> provider, LabelEngine engine, Settings settings) {
    try (Consultants consultants = Consultants.of(settings)) {
      var sum = new Sum();
      consultants.advisers().addListener(sum);
      LabelAnalysis analysis = LabelAnalysis.unkept(engine, consultants.advisers());
      texts.forEach(text -> analysis.analyze(request(text, provider)));
      return new Bill(sum.asked, texts.size());
    }
  }

  private static AnalysisRequest request(String text, Optional<String> provider) {
    return new AnalysisRequest(
        new AnalysisRequest.Text(text),
        Optional.empty(),
        AnalysisRequest.AS_DETECTED,
        new LabelOptions(Optional.empty(), Policy.STRICT),
        provider,
        "saving");
  }

  private static final class Sum implements ConsultationListener {
    private final List<Spent> asked = new ArrayList<>();

    @Override
    public void concluded(Conclusion conclusion) {
      conclusion.asked().map(Asked::spent).ifPresent(asked::add);
    }
  }
}
