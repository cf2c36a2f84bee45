package koalens.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.engine.verdict.LabelEngine;
import tools.jackson.databind.json.JsonMapper;

/// KoaLens beside the Node package is-vegan on the same made-up English lists, in the same run: in
/// the process, a list at a time; and `/analyze-text` with the ledger on beside is-vegan behind
/// Node's own HTTP server, rounds alternating.
///
/// Arguments: connections (default 32), seconds a round (5), rounds (4), the folder with the Node
/// programs (benchmarks/is-vegan, after `npm ci` there). Says nothing of who is right: is-vegan
/// looks words up in a list of animal words, and reads no brackets, shares or traces.
public final class BesideIsVegan {
  private static final int LISTS = 2_000;
  private static final int INGREDIENTS = 10;

  private BesideIsVegan() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
    int connections = argument(arguments, 0, 32);
    int seconds = argument(arguments, 1, 5);
    int rounds = argument(arguments, 2, 4);
    Path node = Path.of(arguments.length > 3 ? arguments[3] : "benchmarks/is-vegan");
    LabelEngine engine = Application.engine(Settings.read(Map.of()));
    var texts = new LabelTexts(engine.knowledge(), "en", 5);
    var lists = new ArrayList<List<String>>();
    for (int i = 0; i < LISTS; i++) {
      lists.add(texts.ingredients(INGREDIENTS));
    }
    inProcess(engine, lists, node, seconds);
    overHttp(lists, node, connections, seconds, rounds);
  }

  private static void inProcess(
      LabelEngine engine, List<List<String>> lists, Path node, int seconds)
      throws IOException, InterruptedException {
    median(engine, lists, seconds);
    double ours = median(engine, lists, seconds);
    double theirs = Double.parseDouble(printed(node, lists, seconds));
    System.out.printf(
        Locale.ROOT,
        "a list of %d, in the process: engine %.1f µs, is-vegan %.1f µs, %.2f times as long%n",
        INGREDIENTS,
        ours,
        theirs,
        ours / theirs);
  }

  private static double median(LabelEngine engine, List<List<String>> lists, int seconds) {
    var times = new ArrayList<Long>();
    long end = System.nanoTime() + seconds * 500_000_000L;
    for (int i = 0; System.nanoTime() < end; i++) {
      long began = System.nanoTime();
      engine.judgeIngredients(lists.get(i % lists.size()));
      times.add(System.nanoTime() - began);
    }
    Collections.sort(times);
    return times.get(times.size() / 2) / 1e3;
  }

  private static String printed(Path node, List<List<String>> lists, int seconds)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("koalens-lists", ".json");
    try {
      Files.writeString(file, new JsonMapper().writeValueAsString(lists));
      Process program = start(node, "inprocess.mjs", file.toString(), String.valueOf(seconds));
      String out =
          new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (program.waitFor() != 0) {
        throw new IOException("run npm ci in " + node + " first: " + out);
      }
      return out;
    } finally {
      Files.delete(file);
    }
  }

  private static Process start(Path node, String... program) throws IOException {
    var command = new ArrayList<>(List.of("node"));
    command.addAll(List.of(program));
    return new ProcessBuilder(command).directory(node.toFile()).redirectErrorStream(true).start();
  }

  private static void overHttp(
      List<List<String>> lists, Path node, int connections, int seconds, int rounds)
      throws IOException, InterruptedException {
    var json = new JsonMapper();
    var bodies =
        Bodies.inTurn(
            lists.stream()
                .map(list -> json.writeValueAsString(Map.of("ingredients", list, "language", "en")))
                .toList());
    Process program = start(node, "server.mjs");
    try (ServerProcess server = ServerProcess.start(List.of(), Map.of("KNOWN_LABELS_BYTES", "0"));
        BufferedReader out = program.inputReader()) {
      int port = Integer.parseInt(String.valueOf(out.readLine()).replaceFirst("port ", ""));
      var theirs =
          new Load(() -> ServerProcess.processorNanos(program), port, "/", bodies, connections);
      var ours = new Load(server, server.koalens(), "/analyze-text", bodies, connections);
      theirs.run(2 * seconds);
      ours.run(4 * seconds);
      var ratios = new ArrayList<Double>();
      for (int round = 1; round <= rounds; round++) {
        ratios.add(print(round, theirs.run(seconds), ours.run(seconds)));
      }
      Collections.sort(ratios);
      System.out.printf(Locale.ROOT, "median ratio of rates %.2f%n", ratios.get(ratios.size() / 2));
    } finally {
      program.destroy();
    }
  }

  private static double print(int round, Load.Result theirs, Load.Result ours) {
    double ratio = ours.perSecond() / theirs.perSecond();
    System.out.printf(
        Locale.ROOT,
        "round %d  is-vegan %s  analyze-text %s  ratio %.2f%n",
        round,
        theirs,
        ours,
        ratio);
    return ratio;
  }

  private static int argument(String[] arguments, int index, int standard) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
  }
}
