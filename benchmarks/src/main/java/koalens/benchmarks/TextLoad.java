package koalens.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `/analyze-text` with the ledger on, beside a bare JSON echo of the same server library, with the
/// same bodies, in the same run: rounds alternate, so that a noisy neighbour hits both. With each
/// round it says how much of the processor time of an answer went into compiling the server, which
/// ends after some minutes; and then of how many analyses the label was known. Then as many rounds
/// at 70 % of the peak, for the tail.
///
/// Arguments: connections (default 32), seconds a round (5), rounds (4), seconds of warm-up (30),
/// which labels: `different` (the default), 200,000 of which none comes again before all others
/// have, so that nothing the server keeps of them is of use, or the exponent of Zipf's law by which
/// shoppers ask about 100,000 foods. What follows goes to the virtual machine of the servers.
public final class TextLoad {
  private static final double SHARE_OF_PEAK = 0.7;

  private TextLoad() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    // One thread carries all connections: many would compete with the server for the processor.
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
    int connections = argument(arguments, 0, 32);
    int seconds = argument(arguments, 1, 5);
    int rounds = argument(arguments, 2, 4);
    int warmUp = argument(arguments, 3, 30);
    Bodies bodies = bodies(arguments);
    List<String> options =
        Stream.of(arguments).skip(4).dropWhile(option -> !option.startsWith("-")).toList();
    try (ServerProcess servers = ServerProcess.start(options)) {
      var echoed = new Load(servers, servers.echo(), "/echo", bodies, connections);
      var analyzed = new Load(servers, servers.koalens(), "/analyze-text", bodies, connections);
      echoed.run(warmUp / 3);
      analyzed.run(warmUp - warmUp / 3);
      double peak = beside(servers, echoed, analyzed, seconds, rounds);
      System.out.println(known(servers));
      for (int round = 1; round <= rounds; round++) {
        Load.Result result = analyzed.run(seconds, peak * SHARE_OF_PEAK);
        System.out.printf(
            Locale.ROOT,
            "tail %d  at 70 %% of the peak %s  p99/p50 %.1f%n",
            round,
            result,
            result.p99() / result.p50());
      }
    }
  }

  /// Rounds by turns; the median of the answers a second.
  private static double beside(
      ServerProcess servers, Load echoed, Load analyzed, int seconds, int rounds)
      throws IOException, InterruptedException {
    var ratios = new ArrayList<Double>();
    var rates = new ArrayList<Double>();
    for (int round = 1; round <= rounds; round++) {
      Load.Result echo = echoed.run(seconds);
      long compiled = servers.compilerNanos();
      Load.Result analysis = analyzed.run(seconds);
      double compiling = servers.compilerNanos() - compiled;
      print(round, echo, analysis, compiling / 1e3 / (analysis.perSecond() * seconds));
      ratios.add(analysis.perSecond() / echo.perSecond());
      rates.add(analysis.perSecond());
    }
    System.out.printf(Locale.ROOT, "median ratio %.2f%n", median(ratios));
    return median(rates);
  }

  // Since the start, as the server counts it.
  private static String known(ServerProcess servers) throws IOException {
    URI figures = URI.create("http://127.0.0.1:" + servers.koalens() + "/metrics");
    try (InputStream stream = figures.toURL().openStream()) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      double share = sum(text, "koalens_labels_met_total") / sum(text, "koalens_analyses_total");
      return String.format(Locale.ROOT, "of %.2f of the analyses the label was known", share);
    }
  }

  private static double sum(String figures, String name) {
    return figures
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static double median(List<Double> figures) {
    Collections.sort(figures);
    return figures.get(figures.size() / 2);
  }

  private static Bodies bodies(String[] arguments) {
    boolean alike = arguments.length > 4 && arguments[4].matches("[0-9.]+");
    return alike ? Bodies.likeShoppers(Double.parseDouble(arguments[4])) : Bodies.allDifferent();
  }

  private static void print(int round, Load.Result echo, Load.Result analysis, double compiling) {
    System.out.printf(
        Locale.ROOT,
        "round %d  echo %s  analyze-text %s, compiling %.0f of them  ratio %.2f%n",
        round,
        echo,
        analysis,
        compiling,
        analysis.perSecond() / echo.perSecond());
  }

  private static int argument(String[] arguments, int index, int standard) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
  }
}
