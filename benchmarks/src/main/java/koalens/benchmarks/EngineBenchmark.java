package koalens.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.text.Tokenizer;
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

/// One analysis by the engine alone, without I/O: a short, a typical (170 characters) and a long
/// label text, and one with words nobody knows, beside the floor of cutting the same text into
/// tokens; with the engine's own knowledge or many times as much. Read the median: a mean counts
/// the turns of others on the machine.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 12)
@Measurement(iterations = 2, time = 5)
@Fork(1)
public class EngineBenchmark {
  private static final ParsingLimits LIMITS = new ParsingLimits(100_000, 5_000, 12);

  static final String TYPICAL =
      "Ingredienser: Vatten, kokosmjölk 12 % (kokosextrakt, vatten), rapsolja, socker,"
          + " potatisstärkelse, salt, emulgeringsmedel (E471), arom. Kan innehålla spår av mjölk,"
          + " ägg och soja.";

  /// Which text.
  @Param({"short", "typical", "unknown", "long"})
  public String length = "typical";

  /// How many times as large as the engine's own the knowledge is.
  @Param({"1"})
  public int knowledge = 1;

  private LabelEngine engine = LabelEngine.standard(LIMITS);
  private final Tokenizer tokenizer = Tokenizer.standard();
  private String text = TYPICAL;

  /// Chooses the text and the knowledge.
  @Setup
  public void choose() throws IOException {
    engine = LabelEngine.with(GrownKnowledge.times(knowledge), LIMITS);
    text =
        switch (length) {
          case "short" -> "Vatten, havre, salt";
          case "typical" -> TYPICAL;
          case "unknown" -> TYPICAL.replace("rapsolja", "brolminad").replace("arom", "zuntexil");
          case "long" -> TYPICAL.repeat(20);
          default -> throw new IllegalArgumentException(length);
        };
  }

  /// The whole engine: text in, verdict out.
  @Benchmark
  public Judgement judge() {
    return engine.judgeText(text);
  }

  /// The floor: folding and cutting alone.
  @Benchmark
  public Object tokenize() {
    return tokenizer.tokenize(text);
  }
}
