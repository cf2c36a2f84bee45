package koalens.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// What a command took.
///
/// @param code its exit code
/// @param seconds from its start to its end
/// @param processor seconds of processor time, its children's too
/// @param megabytes the most memory one of its processes held; 0 where the system does not tell
record Measured(int code, double seconds, double processor, long megabytes) {
  private static final int EVERY_MILLIS = 20;
  private static final int KILOBYTES = 1_024;
  // The shell tells the time of all that ran in it.
  private static final String TIMED = "TIMEFORMAT='%U %S'; time \"$@\"";

  /// Runs it; its output goes to files in the folder.
  static Measured run(List<String> command, Path folder) throws IOException, InterruptedException {
    Path errors = folder.resolve("err");
    var timed = new ArrayList<>(List.of("bash", "-c", TIMED, "-"));
    timed.addAll(command);
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(timed)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(errors.toFile())
            .start();
    long most = 0;
    while (!process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      most =
          Math.max(most, process.descendants().mapToLong(one -> peak(one.pid())).max().orElse(0));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Measured(process.exitValue(), seconds, processor(errors), most / KILOBYTES);
  }

  private static double processor(Path errors) throws IOException {
    String[] times = Files.readAllLines(errors).getLast().split(" ", -1);
    return Double.parseDouble(times[0]) + Double.parseDouble(times[1]);
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
    return String.format(
        Locale.ROOT,
        "%.1f s, %.1f s of processor, exit code %d, %d MB",
        seconds,
        processor,
        code,
        megabytes);
  }
}
