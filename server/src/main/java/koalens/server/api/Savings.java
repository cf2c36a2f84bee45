package koalens.server.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import koalens.backend.analysis.advice.Asked;
import koalens.backend.analysis.advice.Conclusion;
import koalens.backend.analysis.advice.Scope;
import koalens.backend.analysis.advice.Spent;

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

  void count(Conclusion conclusion) {
    // What a picture costs says nothing of what a text does.
    boolean isText = conclusion.consultation().modality().equals("text");
    if (isText && conclusion.consultation().scope() == Scope.UNSETTLED) {
      analyses.incrementAndGet();
      allCharacters.addAndGet(conclusion.names().all());
      conclusion.asked().ifPresent(asked -> count(asked, conclusion.names()));
    }
  }

  private void count(Asked asked, Conclusion.Names names) {
    Spent spent = asked.spent();
    long used = spent.inputTokens() + spent.outputTokens();
    calls.addAndGet(spent.attempts());
    tokens.addAndGet(used);
    if (spent.attempts() == 1) {
      estimate.saw(names.sent(), used);
    }
  }
}
