package koalens.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import koalens.backend.configure.Settings;
import koalens.server.KoalensServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a staging server keeps every log line at a rate, on standard output and in
/// `combined.log` with all that was rolled, and never says a secret: a process of its own logs and
/// stops at once, then its lines are counted by their numbers.
///
/// Arguments: lines a second (default 20000), seconds (10). Exits with 1 when a line is lost or the
/// secret is found.
public final class LogRate {
  private static final String WRITER = "writer";
  private static final String SECRET = "planted-gemini-value-1";
  private static final String MARK = "\"line_number\":";
  private static final int THREADS = 8;

  private LogRate() {}

  /// Measures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 0 && arguments[0].equals(WRITER)) {
      write(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      return;
    }
    int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    Path folder = Files.createTempDirectory("koalens-log-rate");
    boolean kept;
    try {
      kept = measure(rate, seconds, folder);
    } finally {
      delete(folder);
    }
    System.exit(kept ? 0 : 1);
  }

  private static boolean measure(int rate, int seconds, Path folder)
      throws IOException, InterruptedException {
    Path printed = folder.resolve("printed");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            LogRate.class.getName(),
            WRITER,
            String.valueOf(rate),
            String.valueOf(seconds));
    builder
        .environment()
        .putAll(
            Map.of(
                "APP_ENV",
                "staging",
                "PORT",
                "0",
                "DATA_DIR",
                folder.resolve("data").toString(),
                "LOG_DIR",
                folder.resolve("logs").toString(),
                "LOG_TOTAL_MEGABYTES",
                "100000",
                "GEMINI_API_KEY",
                SECRET));
    int code =
        builder
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(printed.toFile())
            .start()
            .waitFor();
    try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
      List<Path> combined =
          logs.filter(file -> file.getFileName().toString().startsWith("combined")).toList();
      boolean whole = tell("standard output", List.of(printed), rate * seconds);
      return tell("combined.log", combined, rate * seconds) && whole && code == 0;
    }
  }

  private static boolean tell(String name, List<Path> files, int meant) throws IOException {
    Set<Integer> numbers = new HashSet<>();
    int secrets = 0;
    for (Path file : files) {
      try (BufferedReader lines = open(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          secrets += line.contains(SECRET) ? 1 : 0;
          int at = line.indexOf(MARK);
          if (at >= 0) {
            numbers.add(Integer.parseInt(line.substring(at + MARK.length()).split("\\D", 2)[0]));
          }
        }
      }
    }
    System.out.printf(
        "%s: %,d of %,d lines in %d files, %d with the secret%n",
        name, numbers.size(), meant, files.size(), secrets);
    return numbers.size() == meant && secrets == 0;
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
            StandardCharsets.UTF_8));
  }

  private static void write(int rate, int seconds) {
    try (KoalensServer server = KoalensServer.start(Settings.read(System.getenv()))) {
      Logger log = LoggerFactory.getLogger("koalens.benchmarks.rate");
      long began = System.nanoTime();
      try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
        for (int i = 0; i < THREADS; i++) {
          int first = i;
          threads.execute(() -> write(log, first, rate, rate * seconds, began));
        }
      }
      double took = (System.nanoTime() - began) / 1e9;
      System.err.printf(
          Locale.ROOT,
          "%,d lines in %.1f s at port %d: %,.0f a second%n",
          rate * seconds,
          took,
          server.port(),
          rate * seconds / took);
    }
  }

  private static void write(Logger log, int first, int rate, int lines, long began) {
    for (int i = first; i < lines; i += THREADS) {
      long due = began + i * 1_000_000_000L / rate;
      LockSupport.parkNanos(due - System.nanoTime());
      log.atInfo()
          .addKeyValue("line_number", i)
          .addKeyValue("header", "x-goog-api-key " + SECRET)
          .log("a line at a rate, as long as one of an analysis");
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
