package koalens.server.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import koalens.backend.analysis.advice.Asked;
import koalens.backend.analysis.advice.Call;
import koalens.backend.analysis.advice.Conclusion;
import koalens.backend.analysis.advice.Consultation;
import koalens.backend.analysis.advice.Scope;
import koalens.backend.analysis.advice.Spent;
import koalens.backend.provider.Usage;

/// Calls and tokens for 1,000 analyses, beside those that sending every list would have taken.
/// Counts the analyses in which providers are asked about the unsettled alone. Thread-safe.
final class Savings {
  private final AtomicLong analyses = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong tokens = new AtomicLong();
  private final AtomicLong allCharacters = new AtomicLong();
  private final TokenEstimate estimate = new TokenEstimate();

  Savings(MeterRegistry registry) {
    gauge(registry, "koalens.ai.calls.per.1000.analyses", "calls to providers", calls::get);
    gauge(registry, "koalens.ai.tokens.per.1000.analyses", "tokens, in and out", tokens::get);
    gauge(
        registry,
        "koalens.ai.tokens.per.1000.analyses.sending.all",
        "tokens if every list were sent whole, estimated from the calls made",
        () -> estimate.tokens(analyses.get(), allCharacters.get()));
  }

  private void gauge(
      MeterRegistry registry, String name, String meaning, Supplier<Number> together) {
    Gauge.builder(name, () -> 1_000 * together.get().doubleValue() / Math.max(1, analyses.get()))
        .description(meaning)
        .register(registry);
  }

  /// Counts a call, to whichever provider.
  void count(Call call, Optional<Usage> usage) {
    if (isOfUnsettledText(call.consultation())) {
      calls.incrementAndGet();
      usage.ifPresent(used -> tokens.addAndGet(used.input() + used.output()));
    }
  }

  // What a picture costs says nothing of what a text does.
  private static boolean isOfUnsettledText(Consultation consultation) {
    return consultation.modality().equals("text") && consultation.scope() == Scope.UNSETTLED;
  }

  /// Counts an analysis.
  void count(Conclusion conclusion) {
    if (isOfUnsettledText(conclusion.consultation())) {
      analyses.incrementAndGet();
      allCharacters.addAndGet(conclusion.names().all());
      conclusion.asked().ifPresent(asked -> learn(asked, conclusion.names()));
    }
  }

  // Of several the tokens of one alone are not known.
  private void learn(Asked asked, Conclusion.Names names) {
    Spent spent = asked.spent();
    if (spent.attempts() == 1) {
      estimate.saw(names.sent(), spent.inputTokens() + spent.outputTokens());
    }
  }
}
