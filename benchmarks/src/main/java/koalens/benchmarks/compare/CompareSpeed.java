package koalens.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/// `koalens compare` on made logs of growing size, each run a process of its own with little
/// memory; beside it in the same run the pipeline of grep, jq, sort and awk that a team would use
/// for percentiles alone. Last the exponents of growth over the sizes: 1 is linear, and a start
/// that weighs most in the small logs brings it below.
///
/// Arguments: megabytes of each log with commas (default 100,1000,4000), the `-Xmx` (default 768m),
/// `requests` or `whole` lines (requests), up to how many megabytes the pipeline runs (1000). Needs
/// jq. The logs lie in a temporary folder and are deleted.
public final class CompareSpeed {
  private static final long MEGABYTE = 1_000_000;
  private static final String PIPELINE =
      """
      for p in gemini claude; do
        grep "AI Request" "$1" | jq -c "select(.provider==\\"$p\\")" > "$2/$p.jsonl"
        jq -r .latency_ms "$2/$p.jsonl" | sort -n |
          awk '{a[NR]=$1} END {print a[int(NR*.5)], a[int(NR*.95)], a[int(NR*.99)]}'
        rm "$2/$p.jsonl"
      done
      """;

  private CompareSpeed() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String sizes = argument(arguments, 0, "100,1000,4000");
    String memory = argument(arguments, 1, "768m");
    var kind = MadeLog.Kind.valueOf(argument(arguments, 2, "requests").toUpperCase(Locale.ROOT));
    int most = Integer.parseInt(argument(arguments, 3, "1000"));
    Path folder = Files.createTempDirectory("koalens-compare");
    var time = new SimpleRegression();
    var processor = new SimpleRegression();
    try {
      for (String size : sizes.split(",", -1)) {
        int megabytes = Integer.parseInt(size);
        var log = new MadeLog(kind, megabytes * MEGABYTE);
        Measured compare = measure(folder, log, memory, megabytes <= most);
        time.addData(Math.log(megabytes), Math.log(compare.seconds()));
        processor.addData(Math.log(megabytes), Math.log(compare.processor()));
      }
      System.out.printf(
          Locale.ROOT,
          "exponent of the growth with the log: time %.2f, processor time %.2f%n",
          time.getSlope(),
          processor.getSlope());
    } finally {
      delete(folder);
    }
  }

  private static Measured measure(Path folder, MadeLog log, String memory, boolean both)
      throws IOException, InterruptedException {
    Path file = folder.resolve("combined.log");
    log.write(file);
    System.out.printf(
        Locale.ROOT, "%.2f GB, %,d analyses%n", Files.size(file) / 1e9, log.analyses());
    // Once unmeasured, so that no run reads from a disk that the other did not.
    Measured.run(List.of("cat", file.toString()), folder);
    Measured compare = Measured.run(compare(memory, file), folder);
    System.out.println("  koalens compare, -Xmx" + memory + ": " + compare);
    if (both) {
      Measured pipeline =
          Measured.run(
              List.of("bash", "-c", PIPELINE, "-", file.toString(), folder.toString()), folder);
      System.out.printf(
          Locale.ROOT,
          "  grep | jq | sort | awk: %s%n  times as long: %.1f, as much processor: %.1f%n",
          pipeline,
          pipeline.seconds() / compare.seconds(),
          pipeline.processor() / compare.processor());
    }
    Files.delete(file);
    return compare;
  }

  // As the launcher starts it.
  private static List<String> compare(String memory, Path file) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + memory,
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "koalens.cli.Main",
        "compare",
        file.toString());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static String argument(String[] arguments, int index, String standard) {
    return arguments.length > index ? arguments[index] : standard;
  }
}
