package koalens.benchmarks.compare;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import koalens.backend.comparison.Comparison;
import koalens.backend.comparison.Decision;
import koalens.backend.comparison.Labels;
import koalens.backend.comparison.Policy;
import koalens.backend.comparison.log.Hash;
import koalens.backend.comparison.log.LogReader;
import koalens.backend.comparison.log.LogSource;
import koalens.backend.comparison.log.Verdict;
import koalens.backend.provider.price.PriceBook;
import koalens.emulator.scenario.Dice;
import koalens.emulator.scenario.Fate;
import koalens.emulator.scenario.Fates;
import koalens.emulator.scenario.Scenario;

/// One experiment between two emulated providers: every label is new, its truth the emulator's, and
/// what is said of it, how long that takes and whether it fails are drawn by the emulator. After
/// every batch all log lines so far are read and compared, as `koalens compare --labels` does. Used
/// once, by one thread.
final class EmulatedExperiment {
  private static final long BEGIN = Instant.parse("2026-11-20T00:00:00Z").toEpochMilli();
  private static final long EVERY_MILLIS = 2_000;
  private static final int BLOCK = 1 << 18;

  private final Scenario scenario;
  private final Fates gemini;
  private final Fates claude;
  private final boolean paired;
  private final Dice toss;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Map<Long, Verdict> truths = new HashMap<>();
  private int analyses;

  /// @param gemini how gemini behaves; its truth is the truth
  /// @param paired whether both are asked about each label, or one by chance
  EmulatedExperiment(Scenario gemini, Scenario claude, boolean paired, long seed) {
    this.scenario = gemini.withSeed(seed);
    this.gemini = new Fates(scenario);
    this.claude = new Fates(claude.withSeed(-seed - 1));
    this.paired = paired;
    this.toss = Dice.of(seed, "assignment");
  }

  int analyses() {
    return analyses;
  }

  /// Goes on until the answer is another than to keep collecting, or there are no more analyses.
  Decision lookAfterEvery(int batch, int most) {
    while (true) {
      for (int i = 0; i < batch; i++) {
        analyse(analyses++);
      }
      Decision decision = look();
      if (analyses >= most || !(decision instanceof Decision.KeepCollecting)) {
        return decision;
      }
    }
  }

  private Decision look() {
    byte[] bytes = log.toByteArray();
    var source = new LogSource("emulated", () -> new ByteArrayInputStream(bytes));
    var calls = new LogReader(1, BLOCK, read -> {}).read(List.of(source));
    return new Comparison(Policy.STANDARD, new Labels(truths), PriceBook.standard()).decide(calls);
  }

  private void analyse(int number) {
    String item = String.format("%016x", toss.number());
    truths.put(Hash.of(item), Verdict.of(scenario.truth().of(item).word()));
    boolean toGemini = toss.share() < 0.5;
    if (paired || toGemini) {
      call("gemini", gemini, item, number, toGemini);
    }
    if (paired || !toGemini) {
      call("claude", claude, item, number, !toGemini);
    }
  }

  private void call(String provider, Fates fates, String item, int number, boolean assigned) {
    Fate fate = fates.draw(item.getBytes(StandardCharsets.UTF_8));
    String said = fate.accuracy().say(scenario.truth().of(item), fate.dice()).word();
    String line =
        String.format(
            Locale.ROOT,
            """
            {"msg":"AI Request","analysis_id":"a%d","provider":"%s","assignment":"%s",\
            "item_hash":"%s","modality":"text","attempt":1,"start":"%s","latency_ms":%.3f,\
            "status":"%s","verdict":"%s","cost_usd_micros":%d}
            """,
            number,
            provider,
            assigned ? "random" : "shadow",
            item,
            Instant.ofEpochMilli(BEGIN + number * EVERY_MILLIS),
            fate.latency().toNanos() / 1e6,
            fate.fault().isPresent() ? "http_error" : "ok",
            said,
            50 + fate.dice().below(50));
    log.writeBytes(line.getBytes(StandardCharsets.UTF_8));
  }
}
