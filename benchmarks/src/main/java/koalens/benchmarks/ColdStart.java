package koalens.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.text.Tokenizer;
import koalens.engine.verdict.LabelEngine;

/// How long the engine takes to be ready in a process that has just begun, in parts: each of many
/// processes makes one engine, judges one text, and says what each part took, in processor time of
/// its thread and on the clock. On a machine that others use read the processor time: the clock
/// counts their turns too. Loaded before it begins are the JVM and the classes that tell the time.
///
/// Arguments: processes (default 21); what follows goes to their virtual machines.
public final class ColdStart {
  private static final String[] PARTS = {"tokenizer", "knowledge", "parser", "ready", "first text"};

  private ColdStart() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 0 && arguments[0].equals("once")) {
      System.out.println(once());
      return;
    }
    int processes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 21;
    var times = new double[2 * PARTS.length][processes];
    for (int process = 0; process < processes; process++) {
      String[] parts = started(arguments).split(" ", -1);
      for (int part = 0; part < times.length; part++) {
        times[part][process] = Double.parseDouble(parts[part]);
      }
    }
    for (double[] part : times) {
      Arrays.sort(part);
    }
    for (int part = 0; part < PARTS.length; part++) {
      double[] processor = times[part];
      double[] wall = times[PARTS.length + part];
      System.out.printf(
          Locale.ROOT,
          "%-10s processor: median %6.1f ms, least %6.1f   clock: median %6.1f ms, least %6.1f%n",
          PARTS[part],
          processor[processes / 2],
          processor[0],
          wall[processes / 2],
          wall[0]);
    }
  }

  private static String started(String[] arguments) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<String>(List.of(java, "-XX:+UseSerialGC"));
    command.addAll(
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ColdStart.class.getName(), "once"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("a process failed: " + answer);
    }
    return answer;
  }

  private static String once() {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    var processor = new long[5];
    var wall = new long[5];
    mark(0, clock, processor, wall);
    mark(0, clock, processor, wall);
    Tokenizer tokenizer = Tokenizer.standard();
    mark(1, clock, processor, wall);
    KnowledgeBase knowledge = KnowledgeBase.standard(tokenizer);
    mark(2, clock, processor, wall);
    LabelEngine engine = LabelEngine.with(knowledge, new ParsingLimits(100_000, 5_000, 12));
    mark(3, clock, processor, wall);
    engine.judgeText(EngineBenchmark.TYPICAL);
    mark(4, clock, processor, wall);
    return parts(processor) + " " + parts(wall);
  }

  private static void mark(int at, ThreadMXBean clock, long[] processor, long[] wall) {
    processor[at] = clock.getCurrentThreadCpuTime();
    wall[at] = System.nanoTime();
  }

  private static String parts(long[] marks) {
    var line = new StringBuilder();
    for (int part = 1; part < marks.length; part++) {
      line.append((marks[part] - marks[part - 1]) / 1e6).append(' ');
      if (part == 3) {
        line.append((marks[part] - marks[0]) / 1e6).append(' ');
      }
    }
    return line.toString().strip();
  }
}
