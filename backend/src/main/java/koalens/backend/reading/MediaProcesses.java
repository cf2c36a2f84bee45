package koalens.backend.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import koalens.backend.reading.UnusableMedia.Fault;

/// Gives a medium to a program that runs in a process of its own: whatever foreign bytes do to it,
/// its memory and threads are gone when it ends, and it always ends in time. The bytes reach it as
/// a file that is unlinked before it is read, so that nothing outlives a crash. Thread-safe.
///
/// @param longest after that a program is ended
/// @param natives where files lie
record MediaProcesses(Duration longest, Natives natives) {

  /// What is done with a program while it runs.
  interface Use {
    void of(Process process) throws IOException;
  }

  /// Runs a program on a medium until the use of it ends.
  ///
  /// @throws UnusableMedia when it takes too long or its output breaks off
  void run(byte[] bytes, List<String> command, Use use) {
    var overdue = new AtomicBoolean();
    try {
      Process process = start(bytes, command);
      CompletableFuture<Void> watch = watch(process, overdue);
      try {
        use.of(process);
      } finally {
        watch.cancel(false);
        process.destroyForcibly();
        process.onExit().join();
      }
    } catch (IOException e) {
      throw overdue.get()
          ? new UnusableMedia(Fault.TOO_LARGE, "decoding took too long")
          : MediaProgram.damaged();
    }
    if (overdue.get()) {
      throw new UnusableMedia(
          Fault.TOO_LARGE, "decoding took too long: send a shorter or smaller one");
    }
  }

  private CompletableFuture<Void> watch(Process process, AtomicBoolean overdue) {
    return CompletableFuture.runAsync(
        () -> {
          overdue.set(true);
          process.destroyForcibly();
        },
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
  }

  private Process start(byte[] bytes, List<String> command) {
    Path file = natives.temporaryFile();
    try {
      Files.write(file, bytes);
      var builder =
          new ProcessBuilder(command)
              .redirectInput(file.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      // It learns nothing of this process, keys above all; its libraries lie beside it and do not
      // find each other by themselves.
      builder.environment().clear();
      builder
          .environment()
          .put("LD_LIBRARY_PATH", String.valueOf(Path.of(command.getFirst()).getParent()));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the media program cannot be started", e);
    } finally {
      natives.delete(file);
    }
  }
}
