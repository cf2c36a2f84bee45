package koalens.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// From the start of the process to the first right answer of `/analyze-text`, on one core, and the
/// memory that is resident then: what `deploy/image.sh` laid out. By turns with the AOT cache and
/// the database of an earlier start, as a machine that was asleep wakes; with the cache and no
/// database yet; and without the cache. Then the parts of a woken start by its own account:
/// `before` is the virtual machine with the settings, `application` the knowledge, database and
/// journal.
///
/// Arguments: the layout's folder, rounds (default 11), the core (default 0).
public final class StartUp {
  private static final String BODY = "{\"ingredients\":[\"Vatten\",\"Socker\",\"Salt\",\"Mjölk\"]}";
  private static final Pattern PART = Pattern.compile("(\\w+)Ms=\"(\\d+)\"");

  private StartUp() {}

  /// Milliseconds and megabytes of one start.
  ///
  /// @param answered until the answer was there
  /// @param processor of the process until then
  /// @param resident memory then
  private record Start(double answered, double processor, double resident) {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path layout = Path.of(arguments[0]);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 11;
    String core = arguments.length > 2 ? arguments[2] : "0";
    var woken = new ArrayList<Start>();
    var first = new ArrayList<Start>();
    var plain = new ArrayList<Start>();
    Path used = Files.createTempDirectory("koalens-start");
    try {
      start(layout, core, Map.of(), used);
      for (int round = 0; round < rounds; round++) {
        woken.add(start(layout, core, Map.of(), used));
        first.add(firstStart(layout, core, Map.of()));
        plain.add(firstStart(layout, core, Map.of("JAVA_OPTIONS", "-XX:AOTMode=off")));
      }
    } finally {
      delete(used);
    }
    print("woken, with the AOT cache", woken);
    print("first start, with it", first);
    print("first start, without it", plain);
    printParts(layout, core, rounds);
  }

  // In lines of the log on debug: the parts of woken starts, and all of them.
  private static void printParts(Path layout, String core, int rounds)
      throws IOException, InterruptedException {
    var milliseconds = new LinkedHashMap<String, List<Long>>();
    Path data = Files.createTempDirectory("koalens-start");
    try {
      start(layout, core, Map.of(), data);
      for (int round = 0; round < rounds; round++) {
        start(layout, core, Map.of("LOG_LEVEL", "debug"), data);
        notePart(Files.readString(data.resolve("log")), milliseconds);
      }
    } finally {
      delete(data);
    }
    milliseconds.forEach((part, all) ->
        System.out.printf(
            "woken, with the AOT cache: %-12s %5d ms, median of %d%n",
            part, all.stream().sorted().toList().get(all.size() / 2), all.size()));
  }

  private static void notePart(String log, Map<String, List<Long>> milliseconds) {
    String line = log.lines().filter(one -> one.contains("listeningMs")).findFirst().orElseThrow();
    Matcher parts = PART.matcher(line);
    long before = 0;
    while (parts.find()) {
      long length = Long.parseLong(parts.group(2));
      boolean whole = parts.group(1).equals("process");
      String part = whole ? "before" : parts.group(1);
      milliseconds.computeIfAbsent(part, _ -> new ArrayList<>()).add(length - (whole ? before : 0));
      before += length;
    }
  }

  private static Start firstStart(Path layout, String core, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("koalens-start");
    try {
      return start(layout, core, settings, data);
    } finally {
      delete(data);
    }
  }

  private static void print(String what, List<Start> starts) {
    System.out.printf(
        Locale.ROOT,
        "%-25s: %.0f ms to the first answer (%.0f to %.0f), %.0f ms of processor time, %.0f MB"
            + " resident; medians of %d%n",
        what,
        median(starts, Comparator.comparingDouble(Start::answered)).answered(),
        starts.stream().mapToDouble(Start::answered).min().orElseThrow(),
        starts.stream().mapToDouble(Start::answered).max().orElseThrow(),
        median(starts, Comparator.comparingDouble(Start::processor)).processor(),
        median(starts, Comparator.comparingDouble(Start::resident)).resident(),
        starts.size());
  }

  private static Start median(List<Start> starts, Comparator<Start> order) {
    return starts.stream().sorted(order).toList().get(starts.size() / 2);
  }

  private static Start start(Path layout, String core, Map<String, String> settings, Path data)
      throws IOException, InterruptedException {
    int port = freePort();
    var builder =
        new ProcessBuilder(
            "taskset", "-c", core, layout.resolve("bin/koalens").toString(), "serve");
    builder.environment().putAll(Map.of("PORT", "" + port, "DATA_DIR", data.toString()));
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(data.resolve("log").toFile());
    long began = System.nanoTime();
    Process process = builder.start();
    try {
      while (!answersRightly(port)) {
        if (!process.isAlive()) {
          throw new IllegalStateException(Files.readString(data.resolve("log")));
        }
        TimeUnit.MILLISECONDS.sleep(1);
      }
      double answered = (System.nanoTime() - began) / 1e6;
      double processor = process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
      return new Start(answered, processor, residentMegabytes(process.pid()));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  // By hand: a client library would take the core that is measured.
  private static boolean answersRightly(int port) {
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /analyze-text HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(body.length);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.contains("\"isVegan\":false")) {
        throw new IllegalStateException("a wrong answer: " + answer);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static double residentMegabytes(long process) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      String line = lines.filter(one -> one.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
