package koalens.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How the time of one analysis grows with the length of the text. Run as a program it prints the
/// exponent of the growth, the slope of a straight line through the logarithms of the medians: 1 is
/// linear. Medians, since a mean counts the turns of others on the machine.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 10)
@Measurement(iterations = 1, time = 5)
@Fork(1)
public class LengthBenchmark {
  private static final String TEXT =
      EngineBenchmark.TYPICAL + " Wasser, Zucker, brolminade (zunty, Vollmilchpulver), E330. ";

  /// How often the text is repeated.
  @Param({"1", "3", "10", "30", "100"})
  public int times = 1;

  private final LabelEngine engine =
      LabelEngine.standard(new ParsingLimits(1_000_000, 100_000, 12));
  private String text = TEXT;

  /// Chooses the text.
  @Setup
  public void chooseText() {
    text = TEXT.repeat(times);
  }

  /// The whole engine: text in, verdict out.
  @Benchmark
  public Judgement judge() {
    return engine.judgeText(text);
  }

  /// Runs it and prints the exponent.
  public static void main(String[] arguments) throws RunnerException {
    var options = new OptionsBuilder().include(LengthBenchmark.class.getSimpleName()).build();
    Collection<RunResult> results = new Runner(options).run();
    System.out.printf(Locale.ROOT, "exponent of the growth: %.3f%n", exponent(results));
  }

  private static double exponent(Collection<RunResult> results) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (RunResult result : results) {
      double length = Math.log(Double.parseDouble(result.getParams().getParam("times")));
      double time = Math.log(result.getPrimaryResult().getStatistics().getPercentile(50));
      x += length;
      y += time;
      xx += length * length;
      xy += length * time;
    }
    int count = results.size();
    return (count * xy - x * y) / (count * xx - x * x);
  }
}
