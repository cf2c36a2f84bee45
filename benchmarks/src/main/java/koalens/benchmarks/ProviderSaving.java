package koalens.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.Scenario;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Policy;

/// What asking a provider only about what the engine does not know saves: calls and tokens for
/// 1,000 analyses, beside sending every list. The provider is emulated: its calls are real, its
/// tokens counted by a rule of thumb.
///
/// Arguments: `--data FILE`, a tab-separated file with a column `text`; else so many made-up labels
/// (default 1,000).
public final class ProviderSaving {
  private ProviderSaving() {}

  /// Measures, and prints a table.
  public static void main(String[] arguments) throws IOException {
    Path data = Files.createTempDirectory("koalens-saving");
    try (Emulator gemini = Emulator.start(Provider.GEMINI, Scenario.of(1), 0)) {
      Settings settings = settings(gemini, data);
      LabelEngine engine = Application.engine(settings);
      List<String> texts = texts(arguments, engine);
      Spent whole = spent(texts, Optional.of("gemini"), engine, settings);
      Spent unsettled = spent(texts, Optional.empty(), engine, settings);
      System.out.printf(Locale.ROOT, "%,d labels; for 1,000 analyses:%n", texts.size());
      print("every list sent", whole, texts.size());
      print("what the engine does not know", unsettled, texts.size());
      System.out.printf(
          Locale.ROOT,
          "saved: %.0f %% of the calls, %.0f %% of the tokens%n",
          saved(whole.attempts(), unsettled.attempts()),
          saved(tokens(whole), tokens(unsettled)));
    }
  }

  private static Settings settings(Emulator gemini, Path data) {
    return Settings.read(
        Map.of(
            "DATA_DIR",
            data.toString(),
            "AI_DEADLINE_MS",
            "60000",
            "GEMINI_API_KEY",
            "key-for-emulators",
            "GEMINI_BASE_URL",
            gemini.baseUrl()));
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
  private static Spent spent(
      List<String> texts, Optional<String> provider, LabelEngine engine, Settings settings) {
    try (Consultants consultants = Consultants.of(settings)) {
      var sum = new Sum();
      consultants.advisers().addListener(sum);
      LabelAnalysis analysis = LabelAnalysis.unkept(engine, consultants.advisers());
      texts.forEach(text -> analysis.analyze(request(text, provider)));
      return sum.spent;
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
    private Spent spent = Spent.NOTHING;

    @Override
    public void concluded(Conclusion conclusion) {
      spent = conclusion.asked().map(Asked::spent).map(spent::and).orElse(spent);
    }
  }

  private static void print(String what, Spent spent, int analyses) {
    System.out.printf(
        Locale.ROOT,
        "%-30s %,6.0f calls %,10.0f tokens%n",
        what,
        1_000.0 * spent.attempts() / analyses,
        1_000.0 * tokens(spent) / analyses);
  }

  private static long tokens(Spent spent) {
    return spent.inputTokens() + spent.outputTokens();
  }

  private static double saved(long whole, long part) {
    return 100.0 * (whole - part) / Math.max(1, whole);
  }
}
