package koalens.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// What a command took.
///
/// @param code its exit code
/// @param seconds from its start to its end
/// @param megabytes the most memory it held, its children's not counted; 0 where the system does
///   not tell
record Measured(int code, double seconds, long megabytes) {
  private static final int EVERY_MILLIS = 20;
  private static final int KILOBYTES = 1_024;

  /// Runs it; its output goes to files in the folder.
  static Measured run(List<String> command, Path folder) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    long most = 0;
    while (!process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      most = Math.max(most, peak(process.pid()));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Measured(process.exitValue(), seconds, most / KILOBYTES);
  }

  // Linux tells the most a process ever held.
  private static long peak(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f s, exit code %d, %d MB", seconds, code, megabytes);
  }
}
