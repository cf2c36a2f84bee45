package koalens.benchmarks.media;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.MediaAnalysis;
import koalens.backend.analysis.MediaProgress;
import koalens.backend.analysis.MediaRequest;
import koalens.backend.analysis.MediaRequest.Medium;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;

/// How many photos or films a minute are read and judged by 1, 2 and 8 callers at once, what one
/// costs, and how many were told to wait, under the settings of the environment.
final class MediaRate {
  private static final List<Integer> CALLERS = List.of(1, 2, 8);
  private static final double NANOS_A_MINUTE = 60e9;

  private final MediaAnalysis media;
  private final Medium medium;

  private MediaRate(MediaAnalysis media, Medium medium) {
    this.media = media;
    this.medium = medium;
  }

  /// Arguments: a photo or film, how many readings for each number of callers.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("give FILE COUNT");
    }
    Path file = Path.of(arguments[0]);
    byte[] bytes = Files.readAllBytes(file);
    boolean film = file.toString().matches(".*[.](mp4|mov|webm)");
    Settings settings = Settings.current();
    LabelEngine engine = Application.engine(settings);
    try (MediaAnalysis media = Application.media(settings, LabelAnalysis.unkept(engine), engine)) {
      var rate =
          new MediaRate(media, film ? new MediaRequest.Film(bytes) : new MediaRequest.Photo(bytes));
      // Models and natives are loaded with the first.
      rate.read(new AtomicInteger());
      System.out.printf(
          "%-8s%12s%14s%20s%16s%14s%n",
          "callers", "a minute", "median, ms", "processor, ms each", "most ahead", "MB at most");
      for (int callers : CALLERS) {
        rate.measure(callers, Integer.parseInt(arguments[1]));
      }
    }
  }

  private void measure(int callers, int count)
      throws IOException, InterruptedException, ExecutionException {
    var ahead = new AtomicInteger();
    long began = System.nanoTime();
    long processor = processorNanos();
    var millis = new ArrayList<Long>();
    try (var threads = Executors.newFixedThreadPool(callers)) {
      var readings = new ArrayList<Future<Long>>();
      for (int i = 0; i < count; i++) {
        readings.add(threads.submit(() -> read(ahead)));
      }
      for (Future<Long> reading : readings) {
        millis.add(reading.get());
      }
    }
    double nanos = System.nanoTime() - began;
    millis.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%-8d%12.1f%14d%20d%16d%14d%n",
        callers,
        count * NANOS_A_MINUTE / nanos,
        millis.get(count / 2),
        (processorNanos() - processor) / count / 1_000_000,
        ahead.get(),
        mostBytes() >> 20);
  }

  private long read(AtomicInteger ahead) {
    long began = System.nanoTime();
    var request =
        new MediaRequest(
            medium,
            Optional.empty(),
            AnalysisRequest.AS_DETECTED,
            LabelOptions.STANDARD,
            Optional.of(Advisers.LOCAL),
            "rate");
    var _ =
        media.analyze(
            request,
            step -> {
              if (step instanceof MediaProgress.Step.Waiting(int before)) {
                ahead.accumulateAndGet(before, Math::max);
              }
            });
    return (System.nanoTime() - began) / 1_000_000;
  }

  // Of this process; the media program's own is not in it.
  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static long mostBytes() throws IOException {
    return Files.readString(Path.of("/proc/self/status"))
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
