package koalens.backend.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Log lines of an experiment whose truth is known. The same seed gives the same lines.
final class LogLines {
  private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");
  private static final long EVERY_MILLIS = 40_000;

  private final SplittableRandom random;
  private final Truth gemini;
  private final Truth claude;
  private final boolean shadow;
  private String geminiModel = "gemini-3.8-flash";

  /// What a provider is like.
  ///
  /// @param millis its median time
  /// @param errors its share of failures
  /// @param wrong its share of wrong verdicts
  /// @param micros what a call costs
  record Truth(double millis, double errors, double wrong, int micros) {}

  LogLines(long seed, Truth gemini, Truth claude, boolean shadow) {
    this.random = new SplittableRandom(seed);
    this.gemini = gemini;
    this.claude = claude;
    this.shadow = shadow;
  }

  static LogLines split(long seed, Truth gemini, Truth claude) {
    return new LogLines(seed, gemini, claude, false);
  }

  static LogLines pairs(long seed, Truth gemini, Truth claude) {
    return new LogLines(seed, gemini, claude, true);
  }

  /// From here on another model answers as gemini.
  LogLines drifting(String model) {
    geminiModel = model;
    return this;
  }

  List<String> lines(int analyses) {
    return lines(0, analyses);
  }

  List<String> lines(int from, int to) {
    var lines = new ArrayList<String>();
    for (int i = from; i < to; i++) {
      boolean toGemini = random.nextBoolean();
      boolean vegan = random.nextDouble() < 0.6;
      add(lines, i, toGemini ? "gemini" : "claude", false, vegan);
      if (shadow) {
        add(lines, i, toGemini ? "claude" : "gemini", true, vegan);
      }
    }
    return lines;
  }

  private void add(
      List<String> lines, int number, String provider, boolean isShadow, boolean vegan) {
    Truth truth = provider.equals("gemini") ? gemini : claude;
    boolean fails = random.nextDouble() < truth.errors();
    boolean right = random.nextDouble() >= truth.wrong();
    double millis = truth.millis() * Math.exp(0.5 * random.nextGaussian(0, 1));
    String said = !right ? "maybe-vegan" : vegan ? "vegan" : "non-vegan";
    String start = BEGIN.plusMillis(number * EVERY_MILLIS).toString();
    String common =
        String.format(
            Locale.ROOT,
            "\"log_schema\":1,\"request_id\":\"r%d\",\"analysis_id\":\"a%d\",\"provider\":\"%s\","
                + "\"assigned_provider\":\"%s\",\"assignment\":\"%s\",\"experiment\":\"e\","
                + "\"experiment_version\":\"gemini:50,claude:50\",\"unit_hash\":\"%016x\","
                + "\"item_hash\":\"%016x\",\"modality\":\"text\",\"scope\":\"list\"",
            number,
            number,
            provider,
            isShadow ? provider.equals("gemini") ? "claude" : "gemini" : provider,
            isShadow ? "shadow" : "random",
            number + 1,
            number + 100);
    String ended =
        String.format(
            Locale.ROOT,
            "\"gen_ai.response.model\":\"%s\",\"prompt_hash\":\"p\",\"schema_hash\":\"s\","
                + "\"latency_ms\":%.3f,\"status\":\"%s\",\"input_tokens\":300,\"output_tokens\":50,"
                + "\"cost_usd_micros\":%d",
            provider.equals("gemini") ? geminiModel : "claude-haiku-5-5",
            millis,
            fails ? "timeout" : "ok",
            truth.micros());
    lines.add(
        "{\"ts\":\"%s\",\"msg\":\"AI Request\",%s,\"attempt\":1,\"start\":\"%s\",%s%s}"
            .formatted(start, common, start, ended, fails ? "" : ",\"verdict\":\"" + said + "\""));
    lines.add(
        "{\"ts\":\"%s\",\"msg\":\"AI Response\",%s,%s,\"engine_verdict\":\"%s\"%s,\"usage\":{\"a\":[1,{\"b\":\"}\"}]}}"
            .formatted(
                start,
                common,
                ended.replace("timeout", isShadow ? "failed" : "engine"),
                vegan ? "vegan" : "non-vegan",
                fails ? "" : ",\"provider_verdict\":\"" + said + "\""));
  }
}
