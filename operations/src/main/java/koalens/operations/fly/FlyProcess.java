package koalens.operations.fly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Runs `fly` as a child process, for so long and no longer.
///
/// @param name the command, `fly` or a path
/// @param timeout the longest a run may take
record FlyProcess(String name, Duration timeout) {
  private static final int KEPT_LINES = 40;
  private static final int STOPPED = 126;
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  /// The command line, for showing.
  String line(List<String> arguments) {
    return name + " " + String.join(" ", arguments);
  }

  /// Has it do something.
  ///
  /// @param input what it gets on standard input
  /// @param shown told each line that it prints, both streams in their order
  FlyRun run(List<String> arguments, String input, Consumer<String> shown)
      throws InterruptedException {
    return await(start(arguments, true), arguments, input, shown);
  }

  /// Asks it for JSON.
  ///
  /// @param out told each line of its standard output alone: on the other stream come notices of
  ///   updates and other words
  FlyRun ask(List<String> arguments, Consumer<String> out) throws InterruptedException {
    return await(start(arguments, false), arguments, "", out);
  }

  private FlyRun await(Process process, List<String> arguments, String input, Consumer<String> out)
      throws InterruptedException {
    var last = new ArrayDeque<String>();
    try {
      List<Thread> readers =
          List.of(
              reader(process.getInputStream(), out.andThen(line -> keep(last, line))),
              reader(process.getErrorStream(), line -> keep(last, line)));
      feed(process, input);
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        stop(process);
      }
      for (Thread reader : readers) {
        reader.join(LAST_WORDS);
      }
      synchronized (last) {
        int code = ended ? process.exitValue() : STOPPED;
        return new FlyRun(line(arguments), code, !ended, new ArrayList<>(last));
      }
    } finally {
      stop(process);
    }
  }

  private Process start(List<String> arguments, boolean together) {
    try {
      return new ProcessBuilder(Stream.concat(Stream.of(name), arguments.stream()).toList())
          .redirectErrorStream(together)
          .start();
    } catch (IOException e) {
      throw new FlyFailure(
          name + " cannot be run: install flyctl (https://fly.io/docs/flyctl/install)");
    }
  }

  private static void feed(Process process, String input) {
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading: its exit code tells.
    }
  }

  private static Thread reader(InputStream in, Consumer<String> listener) {
    return Thread.ofVirtual()
        .start(() -> {
          try (var lines = new Scanner(in, StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
              listener.accept(lines.nextLine());
            }
          }
        });
  }

  private static void keep(ArrayDeque<String> last, String line) {
    synchronized (last) {
      last.add(line);
      if (last.size() > KEPT_LINES) {
        last.remove();
      }
    }
  }

  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
