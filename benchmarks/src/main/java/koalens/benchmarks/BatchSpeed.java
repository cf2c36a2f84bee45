package koalens.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.cli.batch.Batch;
import koalens.cli.batch.Summary;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;

/// How many lists a second `koalens analyze --batch` judges, from a warm CSV file of made-up labels
/// that lies in the temporary folder until the end; beside reading and writing alone the processor
/// time says what a core can do.
///
/// Arguments: rows (default 200,000), threads (default one a core), rounds (3), and which labels:
/// `made` (the default), 20,000 different ones, each again when all others have come, or `typical`,
/// the typical text of [EngineBenchmark] with another share in each row. No label comes twice
/// within what is judged at a time. The first round warms up.
public final class BatchSpeed {
  private static final int DIFFERENT = 20_000;

  private BatchSpeed() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rows = argument(arguments, 0, 200_000);
    int threads = argument(arguments, 1, Runtime.getRuntime().availableProcessors());
    int rounds = argument(arguments, 2, 3);
    LabelEngine engine = Application.engine(Settings.read(Map.of()));
    Path folder = Files.createTempDirectory("koalens-batch");
    Path input = folder.resolve("foods.csv");
    Path output = folder.resolve("out.jsonl");
    try {
      boolean typical = arguments.length > 3 && arguments[3].equals("typical");
      write(input, typical ? typical() : made(engine), rows);
      for (int round = 0; round <= rounds; round++) {
        run(engine, new Batch.Catalogue(input, "text", "id", output, false), threads, round);
        Files.delete(output);
      }
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(input);
      Files.delete(folder);
    }
  }

  private static List<String> made(LabelEngine engine) {
    return new LabelTexts(engine.knowledge(), "sv", 1).texts(DIFFERENT);
  }

  private static List<String> typical() {
    return IntStream.range(0, DIFFERENT)
        .mapToObj(number -> EngineBenchmark.TYPICAL.replace("12 %", shareOf(number) + " %"))
        .toList();
  }

  // 0,0 to 99,99, and again.
  private static String shareOf(int number) {
    return (number / 100 % 100) + "," + (number % 100);
  }

  private static void write(Path file, List<String> texts, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,text\n");
      for (int i = 0; i < rows; i++) {
        out.write(i + ",\"" + texts.get(i % texts.size()).replace("\"", "\"\"") + "\"\n");
      }
    }
    System.out.printf(
        Locale.ROOT, "%d rows, %.0f bytes each%n", rows, (double) Files.size(file) / rows);
  }

  private static void run(LabelEngine engine, Batch.Catalogue catalogue, int threads, int round)
      throws IOException, InterruptedException {
    long processor = processorNanos();
    long began = System.nanoTime();
    Summary summary =
        new Batch(engine, LabelOptions.STANDARD, threads).run(catalogue, (_, _) -> {});
    double seconds = (System.nanoTime() - began) / 1e9;
    double busy = (processorNanos() - processor) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: %d threads, %.0f rows/s; of processor time %.0f rows/s a core (%.1f µs a row)%n",
        round == 0 ? "warm-up" : "round " + round,
        threads,
        summary.rows() / seconds,
        summary.rows() / busy,
        busy * 1e6 / summary.rows());
  }

  private static long processorNanos() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return system.getProcessCpuTime();
  }

  private static int argument(String[] arguments, int index, int standard) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
  }
}
