package koalens.cli.rehearsal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The programs a rehearsal runs, all ended when it ends, however it ends. Thread-safe.
final class Programs implements AutoCloseable {
  // No key or setting of whoever rehearses gets in.
  private static final Set<String> INHERITED = Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL");
  private static final long PATIENCE_SECONDS = 60;

  private final List<Process> started = new ArrayList<>();
  private boolean closed;

  /// Starts a program.
  ///
  /// @param folder its working folder
  /// @param environment its variables, beside a few of this process
  /// @param output where both its streams go
  /// @throws IllegalStateException when the rehearsal has ended
  synchronized Process start(
      Path folder, Map<String, String> environment, Redirect output, List<String> command)
      throws IOException {
    if (closed) {
      throw new IllegalStateException("the rehearsal was stopped");
    }
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(output).start();
    started.add(process);
    return process;
  }

  /// The command that runs a class of this very program.
  static List<String> java(String classPath, Class<?> main, String... arguments) {
    return Stream.of(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main.getName()),
            List.of(arguments))
        .flatMap(List::stream)
        .toList();
  }

  /// The class path of this program, good in any folder.
  static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Ends a program and what it started.
  static void end(Process process) {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroy);
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /// Ends every program, the youngest first.
  @Override
  public synchronized void close() {
    closed = true;
    List<Process> alive = started.reversed().stream().filter(Process::isAlive).toList();
    alive.forEach(process -> process.descendants().forEach(ProcessHandle::destroy));
    alive.forEach(Process::destroy);
    alive.forEach(Programs::end);
  }
}
