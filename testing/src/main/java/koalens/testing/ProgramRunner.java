package koalens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs programs in a folder as somebody PostgreSQL accepts: it refuses root.
final class ProgramRunner {
  private static final int NOBODY = 65_534;

  private final Path folder;

  ProgramRunner(Path folder) {
    this.folder = folder;
  }

  /// Whether this process is root.
  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /// Runs the program to its end.
  ///
  /// @throws IllegalStateException with what it printed, when it fails
  void run(List<String> command) {
    try {
      Path log = Files.createTempFile("koalens-program", ".log");
      Process process = builder(command).redirectOutput(log.toFile()).start();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      String said = Files.readString(log);
      Files.delete(log);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " failed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private ProcessBuilder builder(List<String> command) {
    var whole = new ArrayList<String>();
    if (isRoot()) {
      whole.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
    }
    whole.add(folder.resolve(command.getFirst()).toString());
    whole.addAll(command.subList(1, command.size()));
    return new ProcessBuilder(whole).directory(folder.toFile()).redirectErrorStream(true);
  }
}
