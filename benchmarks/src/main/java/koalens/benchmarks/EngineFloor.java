package koalens.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.text.Folding;
import koalens.engine.text.Tokenizer;
import koalens.engine.verdict.LabelEngine;

/// What one analysis costs beside the floor, which is one pass over the same letters with the same
/// folding, and beside cutting the text into words: processor time of the one thread and memory
/// taken, medians of rounds that take turns. Of one typical text; of the same with two words nobody
/// ever saw, new ones in each; of thousands of different made-up labels; and, with more knowledge,
/// of the first again.
///
/// Arguments: rounds (default 21), how many times as large the knowledge is (1).
public final class EngineFloor {
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TEXTS = 2_000;
  private static final int WARM_UP = 8;

  private final Map<String, Function<String, Object>> ways = new LinkedHashMap<>();
  private final int rounds;
  // What was made last, so that nothing is left out for being of no use.
  private Object kept = "";

  private EngineFloor(LabelEngine engine, int rounds) {
    var folding = new Folding(text -> Normalizer.normalize(text, Normalizer.Form.NFKC));
    Tokenizer tokenizer = Tokenizer.standard();
    ways.put("floor", folding::fold);
    ways.put("words", tokenizer::tokenize);
    ways.put("engine", engine::judgeText);
    this.rounds = rounds;
  }

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 21;
    int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    LabelEngine own = LabelEngine.standard(ParsingLimits.STANDARD);
    LabelEngine engine = LabelEngine.with(GrownKnowledge.times(times), ParsingLimits.STANDARD);
    var unseen = new UnseenWords(own.knowledge());
    var benchmark = new EngineFloor(engine, rounds);
    benchmark.print("typical", round -> Collections.nCopies(TEXTS, EngineBenchmark.TYPICAL));
    benchmark.print("two unseen words", round -> unseen.texts(TEXTS));
    for (String language : List.of("sv", "en")) {
      List<String> texts = new LabelTexts(own.knowledge(), language, 1).texts(TEXTS);
      benchmark.print("made up, " + language, round -> texts);
    }
    System.out.println("ends with a " + benchmark.kept.getClass().getSimpleName());
  }

  private record Sample(double micros, double bytes) {}

  private void print(String name, Function<Integer, List<String>> texts) {
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    for (int round = 0; round < WARM_UP + rounds; round++) {
      List<String> these = texts.apply(round);
      for (Map.Entry<String, Function<String, Object>> way : ways.entrySet()) {
        Sample sample = sample(these, way.getValue());
        if (round >= WARM_UP) {
          samples.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add(sample);
        }
      }
    }
    Sample floor = median(samples.getOrDefault("floor", List.of()));
    samples.forEach((way, measured) -> {
      Sample median = median(measured);
      System.out.printf(
          Locale.ROOT,
          "%-18s %-7s %7.2f µs %8.0f bytes   %5.1f and %4.1f times the floor%n",
          name,
          way,
          median.micros,
          median.bytes,
          median.micros / floor.micros,
          median.bytes / floor.bytes);
    });
  }

  private Sample sample(List<String> texts, Function<String, Object> way) {
    long bytes = THREAD.getCurrentThreadAllocatedBytes();
    long began = THREAD.getCurrentThreadCpuTime();
    for (String text : texts) {
      kept = way.apply(text);
    }
    double nanos = THREAD.getCurrentThreadCpuTime() - began;
    double taken = THREAD.getCurrentThreadAllocatedBytes() - bytes;
    return new Sample(nanos / 1e3 / texts.size(), taken / texts.size());
  }

  private static Sample median(List<Sample> samples) {
    return new Sample(
        samples.stream().mapToDouble(Sample::micros).sorted().toArray()[samples.size() / 2],
        samples.stream().mapToDouble(Sample::bytes).sorted().toArray()[samples.size() / 2]);
  }
}
