package koalens.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.LabelEngine;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/// How the time of one analysis grows with the length of the text. It prints the median for each
/// length and the exponent of the growth, the slope of a straight line through the logarithms: 1 is
/// linear. It counts processor time of the one thread: on the clock a long analysis waits for the
/// others on the machine, a short one does not, which looks like growth.
///
/// Arguments: seconds for each length (default 10), the first half of them to warm up.
public final class LengthBenchmark {
  private static final String TEXT =
      EngineBenchmark.TYPICAL + " Wasser, Zucker, brolminade (zunty, Vollmilchpulver), E330. ";
  private static final List<Integer> TIMES = List.of(1, 3, 10, 30, 100);
  private static final int FEWEST = 5;

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private LengthBenchmark() {}

  /// Runs it and prints the figures.
  public static void main(String[] arguments) {
    long half = (arguments.length > 0 ? Long.parseLong(arguments[0]) : 10) * 500_000_000;
    LabelEngine engine = LabelEngine.standard(new ParsingLimits(1_000_000, 100_000, 12));
    var growth = new SimpleRegression();
    for (int times : TIMES) {
      double median = medianNanos(engine, times, half);
      growth.addData(Math.log(times), Math.log(median));
      System.out.printf(
          Locale.ROOT,
          "%,7d characters: median %,9.1f µs of processor time%n",
          TEXT.length() * times,
          median / 1e3);
    }
    System.out.printf(Locale.ROOT, "exponent of the growth: %.3f%n", growth.getSlope());
  }

  /// The median of a text so many times as long, in nanoseconds of processor time.
  ///
  /// @param half nanoseconds to warm up, and as many to measure
  static double medianNanos(LabelEngine engine, int times, long half) {
    String text = TEXT.repeat(times);
    samples(engine, text, half);
    List<Long> samples = samples(engine, text, half);
    Collections.sort(samples);
    return samples.get(samples.size() / 2);
  }

  private static List<Long> samples(LabelEngine engine, String text, long nanoseconds) {
    var samples = new ArrayList<Long>();
    long begin = CLOCK.getCurrentThreadCpuTime();
    long end = begin;
    while (end - begin < nanoseconds || samples.size() < FEWEST) {
      long before = end;
      engine.judgeText(text);
      end = CLOCK.getCurrentThreadCpuTime();
      samples.add(end - before);
    }
    return samples;
  }
}
