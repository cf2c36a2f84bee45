package koalens.benchmarks.media;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import koalens.backend.reading.LabelReader;
import koalens.backend.reading.ReadingLimits;
import koalens.backend.reading.ReadingProgress;
import koalens.backend.reading.TextLanguage;
import koalens.backend.reading.UnusableMedia;

/// Reads photos and films over and over, every fifth of them broken, and tells what a medium of
/// each kind costs, and whether memory and threads stay where they were.
final class MediaSoak {
  private static final int REPORTS = 10;

  private final LabelReader reader;
  private final Random random = new Random(1);
  private final Map<String, List<Long>> millis = new LinkedHashMap<>();
  private final Map<String, List<Long>> processorMillis = new LinkedHashMap<>();

  private MediaSoak(LabelReader reader) {
    this.reader = reader;
  }

  /// Arguments: a folder that `MakeMedia` filled, how many readings, a folder for the models.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("give FOLDER COUNT MODELS");
    }
    int count = Integer.parseInt(arguments[1]);
    List<Path> media = media(Path.of(arguments[0]));
    try (var reader =
        new LabelReader(Path.of(arguments[2]), ReadingLimits.STANDARD, TextLanguage.UNKNOWN)) {
      var soak = new MediaSoak(reader);
      for (int i = 0; i < count; i++) {
        soak.read(media.get(i % media.size()), i % 5 == 4);
        if ((i + 1) % Math.max(1, count / REPORTS) == 0) {
          report(i + 1);
        }
      }
      soak.printCosts();
    }
  }

  private static List<Path> media(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private void read(Path file, boolean breakIt) throws IOException {
    String name = file.getFileName().toString();
    byte[] bytes = Files.readAllBytes(file);
    byte[] sent = breakIt ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    long began = System.nanoTime();
    long processor = processorNanos();
    boolean film = name.matches(".*[.](mp4|mov|webm)");
    try {
      if (film) {
        reader.readFilm(sent, ReadingProgress.NONE);
      } else {
        reader.readPhoto(sent, ReadingProgress.NONE);
      }
    } catch (UnusableMedia e) {
      if (!breakIt) {
        throw new IllegalStateException(name + " could not be read: " + e.detail(), e);
      }
    }
    if (!breakIt) {
      String kind = name.replaceFirst("-?\\d+[.].*$", "");
      note(millis, kind, System.nanoTime() - began);
      note(processorMillis, kind, processorNanos() - processor);
    }
  }

  private static void note(Map<String, List<Long>> times, String kind, long nanos) {
    times.computeIfAbsent(kind, _ -> new ArrayList<>()).add(nanos / 1_000_000);
  }

  // Of this process; the media program's own is not in it.
  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static void report(int done) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%5d read: %d MB resident, %d MB at most, %d MB of it Java's heap in use, %d threads%n",
        done,
        bytes("VmRSS:") >> 20,
        bytes("VmHWM:") >> 20,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private static long bytes(String figure) throws IOException {
    return Files.readString(Path.of("/proc/self/status"))
        .lines()
        .filter(line -> line.startsWith(figure))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private void printCosts() {
    System.out.printf("%n%-16s%8s%16s%24s%n", "kind", "read", "median, ms", "processor median, ms");
    millis.forEach((kind, times) ->
        System.out.printf(
            "%-16s%8d%16d%24d%n",
            kind, times.size(), median(times), median(processorMillis.getOrDefault(kind, times))));
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
