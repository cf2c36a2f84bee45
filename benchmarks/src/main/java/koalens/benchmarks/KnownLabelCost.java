package koalens.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.KnownLabelOptions;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.verdict.LabelOptions;

/// What an analysis costs, with its JSON, row and journal but without HTTP: of labels never met by
/// a server that keeps none, of labels never met by one that does, and of known labels. By turns,
/// the processor time of the one thread that answers, in microseconds.
///
/// Arguments: analyses a round (default 2,000), rounds (6).
public final class KnownLabelCost {
  private static final int KNOWN = 1_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private KnownLabelCost() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException {
    int analyses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
    Path folder = Files.createTempDirectory("koalens-known");
    Settings settings = Settings.read(Map.of("DATA_DIR", folder.toString()));
    try (Application application = Application.open(settings)) {
      KnownLabelOptions options = settings.limits().knownLabels();
      run(
          analysis(application, KnownLabelOptions.NONE),
          analysis(application, options),
          requests(application.engine().knowledge(), analyses * rounds + KNOWN),
          analyses,
          rounds);
    } finally {
      delete(folder);
    }
  }

  private static LabelAnalysis analysis(Application application, KnownLabelOptions known) {
    return new LabelAnalysis(
        application.engine(), Advisers.none(), application.ledger(), Clock.systemUTC(), known);
  }

  private static List<AnalysisRequest> requests(KnowledgeBase knowledge, int many) {
    var requests = new ArrayList<AnalysisRequest>();
    for (String language : List.of("sv", "en")) {
      new LabelTexts(knowledge, language, 1)
          .texts((many + 1) / 2)
          .forEach(text -> requests.add(request(text)));
    }
    Collections.shuffle(requests, new Random(2));
    return requests;
  }

  private static AnalysisRequest request(String text) {
    return new AnalysisRequest(
        new AnalysisRequest.Text(text),
        Optional.empty(),
        AnalysisRequest.AS_DETECTED,
        LabelOptions.STANDARD,
        "8f14e45f-ceea-467f-a8c1-b7d1c8a1f0aa");
  }

  private static void run(
      LabelAnalysis forgetful,
      LabelAnalysis keeping,
      List<AnalysisRequest> requests,
      int analyses,
      int rounds) {
    List<AnalysisRequest> known = requests.subList(0, KNOWN);
    for (int round = 0; round < rounds; round++) {
      int from = KNOWN + round * analyses;
      List<AnalysisRequest> fresh = requests.subList(from, from + analyses);
      double plain = micros(forgetful, fresh, analyses);
      double kept = micros(keeping, fresh, analyses);
      micros(keeping, known, KNOWN);
      double met = micros(keeping, known, analyses);
      System.out.printf(
          Locale.ROOT,
          "round %d  none kept %.1f µs  kept, new label %.1f µs (%.2f)  known label %.1f µs"
              + " (%.2f)%n",
          round,
          plain,
          kept,
          kept / plain,
          met,
          met / plain);
    }
  }

  private static double micros(LabelAnalysis analysis, List<AnalysisRequest> requests, int many) {
    long before = THREADS.getCurrentThreadCpuTime();
    long bytes = 0;
    for (int i = 0; i < many; i++) {
      bytes += AnalysisJson.answer(analysis.analyze(requests.get(i % requests.size()))).length;
    }
    if (bytes == 0) {
      throw new IllegalStateException("no answer");
    }
    return (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / many;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
