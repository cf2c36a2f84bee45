package koalens.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import koalens.backend.comparison.Comparison;
import koalens.backend.comparison.Labels;
import koalens.backend.comparison.Policy;
import koalens.backend.comparison.log.LogReader;
import koalens.backend.comparison.log.LogSource;
import koalens.backend.provider.price.PriceBook;
import koalens.benchmarks.compare.MadeLog;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.LabelEngine;

/// How processor time grows when what comes in grows tenfold and a hundredfold: the text of one
/// analysis, the bytes of a log that is compared, the rows of the ledger under `/analyze-text`, and
/// the people who ask at once. Prints the times and exponents and draws them. How it grows with the
/// knowledge, EngineBenchmark tells; with the rows of a catalogue, BatchSpeed.
///
/// Arguments: the picture (default growth.svg), megabytes of the smallest log (5), rows of the
/// smallest ledger (10000), seconds for each load (5). Read no time without its machine; the
/// exponents say more.
public final class Growth {
  private static final List<Integer> TIMES = List.of(1, 10, 100);
  private static final int MEGABYTE = 1_000_000;
  private static final int FEW_CONNECTIONS = 16;
  private static final int ROUNDS = 3;

  private final Path folder;
  private final int megabytes;
  private final int rows;
  private final int seconds;
  private final Bodies bodies = Bodies.allDifferent();

  private Growth(Path folder, int megabytes, int rows, int seconds) {
    this.folder = folder;
    this.megabytes = megabytes;
    this.rows = rows;
    this.seconds = seconds;
  }

  /// Measures one size; microseconds of processor time.
  private interface Measure {
    double micros(int times) throws IOException, InterruptedException, SQLException;
  }

  /// Runs the measures and draws the picture.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
    Path picture = Path.of(arguments.length > 0 ? arguments[0] : "growth.svg");
    var growth =
        new Growth(
            Files.createTempDirectory("koalens-growth"),
            argument(arguments, 1, 5),
            argument(arguments, 2, 10_000),
            argument(arguments, 3, 5));
    try {
      Files.writeString(picture, new GrowthPlot(growth.curves()).svg());
      System.out.println("drawn in " + picture);
    } finally {
      growth.delete();
    }
  }

  private List<GrowthCurve> curves() throws IOException, InterruptedException, SQLException {
    return List.of(
        curve("an analysis, longer text", this::text),
        curve("comparing, longer log", this::log),
        curve("an answer, fuller ledger", this::ledger),
        curve("an answer, more people at once", this::people));
  }

  private void delete() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  private static GrowthCurve curve(String name, Measure measure)
      throws IOException, InterruptedException, SQLException {
    var micros = new ArrayList<Double>();
    for (int times : TIMES) {
      micros.add(measure.micros(times));
    }
    var curve = new GrowthCurve(name, TIMES, micros);
    System.out.printf(
        Locale.ROOT,
        "%-32s %s µs of processor time, exponent %.2f%n",
        name,
        micros.stream().map(one -> String.format(Locale.ROOT, "%,.0f", one)).toList(),
        curve.exponent());
    return curve;
  }

  private double text(int times) {
    var engine = LabelEngine.standard(new ParsingLimits(1_000_000, 100_000, 12));
    return LengthBenchmark.medianNanos(engine, times, seconds * 500_000_000L) / 1e3;
  }

  // The best of some: what is compiled meanwhile is paid in the first.
  private double log(int times) throws IOException {
    Path file = folder.resolve("made.log");
    new MadeLog(MadeLog.Kind.REQUESTS, (long) times * megabytes * MEGABYTE).write(file);
    double least = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = processorNanos();
      var calls = new LogReader(_ -> {}).read(LogSource.of(List.of(file)));
      new Comparison(Policy.STANDARD, Labels.NONE, PriceBook.standard()).report(calls);
      least = Math.min(least, (processorNanos() - before) / 1e3);
    }
    Files.delete(file);
    return least;
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private double ledger(int times) throws IOException, InterruptedException, SQLException {
    Path data = Files.createDirectory(folder.resolve("ledger-" + times));
    LedgerSize.fill(data, rows * times);
    try (ServerProcess server = ServerProcess.start(List.of(), LedgerSize.in(data))) {
      return answer(server, FEW_CONNECTIONS);
    }
  }

  private double people(int times) throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(List.of())) {
      return answer(server, times);
    }
  }

  private double answer(ServerProcess server, int connections) throws InterruptedException {
    var load = new Load(server, server.koalens(), "/analyze-text", bodies, connections);
    load.run(2 * seconds);
    return load.run(seconds).processor();
  }

  private static int argument(String[] arguments, int index, int standard) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
  }
}
