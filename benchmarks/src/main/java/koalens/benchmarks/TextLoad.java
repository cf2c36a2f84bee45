package koalens.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.engine.knowledge.KnowledgeBase;
import tools.jackson.databind.json.JsonMapper;

/// `/analyze-text` with the ledger on, beside a bare JSON echo of the same server library, with the
/// same bodies, in the same run: rounds alternate, so that a noisy neighbour hits both.
///
/// Arguments: connections (default 32), seconds a round (5), rounds (4), seconds of warm-up (30);
/// what follows goes to the virtual machine of the servers.
public final class TextLoad {
  private static final int TEXTS = 4000;

  private TextLoad() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    // One thread carries all connections: many would compete with the server for the processor.
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
    int connections = argument(arguments, 0, 32);
    int seconds = argument(arguments, 1, 5);
    int rounds = argument(arguments, 2, 4);
    int warmUp = argument(arguments, 3, 30);
    List<String> bodies = bodies();
    try (ServerProcess servers = ServerProcess.start(Stream.of(arguments).skip(4).toList())) {
      var echoed = new Load(servers, servers.echo(), "/echo", bodies, connections);
      var analyzed = new Load(servers, servers.koalens(), "/analyze-text", bodies, connections);
      echoed.run(warmUp / 3);
      analyzed.run(warmUp - warmUp / 3);
      var ratios = new ArrayList<Double>();
      for (int round = 1; round <= rounds; round++) {
        ratios.add(print(round, echoed.run(seconds), analyzed.run(seconds)));
      }
      Collections.sort(ratios);
      System.out.printf(Locale.ROOT, "median ratio %.2f%n", ratios.get(ratios.size() / 2));
    }
  }

  /// Made-up labels in Swedish and English, as bodies of requests.
  static List<String> bodies() {
    KnowledgeBase knowledge = Application.engine(Settings.read(Map.of())).knowledge();
    var swedish = new LabelTexts(knowledge, "sv", 1).texts(TEXTS / 2);
    var english = new LabelTexts(knowledge, "en", 2).texts(TEXTS / 2);
    var json = new JsonMapper();
    var bodies = new ArrayList<String>();
    Stream.concat(swedish.stream(), english.stream())
        .forEach(text -> bodies.add(json.writeValueAsString(Map.of("text", text))));
    Collections.shuffle(bodies, new Random(3));
    return bodies;
  }

  private static double print(int round, Load.Result echo, Load.Result analysis) {
    double ratio = analysis.perSecond() / echo.perSecond();
    System.out.printf(
        Locale.ROOT,
        "round %d  echo %s  analyze-text %s  ratio %.2f%n",
        round,
        echo,
        analysis,
        ratio);
    return ratio;
  }

  private static int argument(String[] arguments, int index, int standard) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
  }
}
