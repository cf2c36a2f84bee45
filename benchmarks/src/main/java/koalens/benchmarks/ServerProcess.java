package koalens.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The servers under load, in a process of their own, so that the client's threads and memory do
/// not mix with theirs. Started as the launcher starts a server.
final class ServerProcess implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");
  // As Linux names threads, in 15 letters.
  private static final Set<String> COMPILERS = Set.of("C1 CompilerThre", "C2 CompilerThre");
  // Of a thread's processor time in /proc, a hundredth of a second everywhere.
  private static final long TICK_NANOS = 10_000_000;

  private final Process process;
  private final int echo;
  private final int koalens;

  private ServerProcess(Process process, int echo, int koalens) {
    this.process = process;
    this.echo = echo;
    this.koalens = koalens;
  }

  /// Running servers, with the settings they have when nothing is set; their log goes to a file.
  ///
  /// @param options more options for their virtual machine
  static ServerProcess start(List<String> options) throws IOException, InterruptedException {
    return start(options, Map.of());
  }

  /// Running servers with these settings.
  static ServerProcess start(List<String> options, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("koalens-load");
    Path log = data.resolve("log");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> rest =
        List.of("-cp", System.getProperty("java.class.path"), LoadedServers.class.getName());
    var builder =
        new ProcessBuilder(
            Stream.of(List.of(java), OPTIONS, options, rest).flatMap(List::stream).toList());
    builder.environment().putAll(Map.of("PORT", "0", "DATA_DIR", data.toString()));
    // One address is all callers here.
    builder.environment().putAll(Map.of("REQUESTS_PER_MINUTE", "0", "ANALYSES_PER_MONTH", "0"));
    builder.environment().putAll(settings);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    String[] ports = ports(process, log).split(" ", -1);
    return new ServerProcess(process, Integer.parseInt(ports[1]), Integer.parseInt(ports[2]));
  }

  private static String ports(Process process, Path log) throws IOException, InterruptedException {
    while (process.isAlive()) {
      try (Stream<String> lines = Files.lines(log)) {
        Optional<String> ports =
            lines.filter(line -> line.startsWith(LoadedServers.PORTS)).findFirst();
        if (ports.isPresent()) {
          return ports.get();
        }
      }
      Thread.sleep(100);
    }
    throw new IOException("the servers did not start:\n" + Files.readString(log));
  }

  /// The port of the bare echo.
  int echo() {
    return echo;
  }

  /// The port of KoaLens.
  int koalens() {
    return koalens;
  }

  /// The number the operating system knows the process by.
  long processId() {
    return process.pid();
  }

  /// Processor time used so far.
  long processorNanos() {
    return processorNanos(process);
  }

  /// Processor time a process used so far.
  static long processorNanos(Process process) {
    return process.info().totalCpuDuration().orElseThrow().toNanos();
  }

  /// Processor time that its compilers used so far, part of [#processorNanos()], as Linux tells it:
  /// much of what a server of a few minutes' age uses, and hardly any of one that is warm.
  long compilerNanos() throws IOException {
    try (Stream<Path> threads =
        Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
      return threads.mapToLong(ServerProcess::compilerTicks).sum() * TICK_NANOS;
    }
  }

  // The name stands in brackets, then come a state and figures: the 12th and 13th are the ticks.
  private static long compilerTicks(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      String[] figures = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return COMPILERS.contains(name)
          ? Long.parseLong(figures[11]) + Long.parseLong(figures[12])
          : 0;
    } catch (IOException e) {
      // It has ended since it was listed.
      return 0;
    }
  }

  /// The memory it holds now, in megabytes, as Linux tells it.
  long residentMegabytes() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
