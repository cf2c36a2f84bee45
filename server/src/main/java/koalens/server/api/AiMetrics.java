package koalens.server.api;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.DoubleStream;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.analysis.advice.Asked;
import koalens.backend.analysis.advice.Call;
import koalens.backend.analysis.advice.Charge;
import koalens.backend.analysis.advice.Conclusion;
import koalens.backend.analysis.advice.ConsultationListener;
import koalens.backend.provider.Attempt;
import koalens.backend.provider.AttemptOutcome;
import koalens.backend.provider.Provider;
import koalens.backend.provider.Reply;
import koalens.backend.provider.Usage;

/// What providers do, under OpenTelemetry's names for generative AI where there are some, else
/// under `koalens.ai`. Labels hold names from the settings and from closed lists alone.
/// Thread-safe.
final class AiMetrics implements ConsultationListener {
  private static final Duration[] SECONDS =
      DoubleStream.iterate(0.01, bound -> bound * 2)
          .limit(14)
          .mapToObj(bound -> Duration.ofMillis(Math.round(bound * 1_000)))
          .toArray(Duration[]::new);
  private static final double[] TOKENS =
      DoubleStream.iterate(1, bound -> bound * 4).limit(14).toArray();

  private final MeterRegistry registry;
  private final Savings savings;

  AiMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.savings = new Savings(registry);
  }

  /// Counts what the advisers do from now on.
  void watch(Advisers advisers) {
    advisers.addListener(this);
    advisers.providers().forEach(this::watch);
    Gauge.builder("koalens.ai.answers.kept", advisers, Advisers::remembered)
        .description("answers on ingredients that are kept")
        .register(registry);
  }

  private void watch(Provider provider) {
    Gauge.builder("koalens.ai.circuit", provider, AiMetrics::openness)
        .description("0 calls go through, 1 a few do to see whether it works again, 2 none")
        .tags(of(provider.name().telemetryName(), provider.model()))
        .register(registry);
  }

  private static double openness(Provider provider) {
    return switch (provider.circuit()) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }

  @Override
  public void attempted(
      Call call, Attempt attempt, AttemptOutcome outcome, Optional<Charge> charge) {
    Tags tags = of(call.provider().telemetryName(), attempt.model());
    Timer.builder("gen_ai.client.operation.duration")
        .description("attempts at a provider")
        .tags(tags)
        .tag("gen_ai.operation.name", call.provider().operation())
        .tag("error.type", error(outcome))
        .serviceLevelObjectives(SECONDS)
        .register(registry)
        .record(outcome.took());
    usage(outcome).ifPresent(usage -> count(usage, tags, call));
    savings.count(call, usage(outcome));
    charge.ifPresent(cost -> count(cost, tags));
  }

  private void count(Charge charge, Tags tags) {
    registry
        .counter("koalens.ai.cost.usd.micros", tags.and("evidence", charge.evidence().word()))
        .increment((double) charge.micros());
  }

  private static Optional<Usage> usage(AttemptOutcome outcome) {
    return switch (outcome) {
      case AttemptOutcome.Answered(var reply, _) -> Optional.of(reply.usage());
      case AttemptOutcome.Failed(var failure, _) -> failure.reply().map(Reply::usage);
    };
  }

  private void count(Usage usage, Tags tags, Call call) {
    tokens("input", usage.input(), tags, call);
    tokens("output", usage.output(), tags, call);
  }

  private void tokens(String type, long tokens, Tags tags, Call call) {
    DistributionSummary.builder("gen_ai.client.token.usage")
        .description("tokens of attempts")
        .tags(tags)
        .tag("gen_ai.operation.name", call.provider().operation())
        .tag("gen_ai.token.type", type)
        .serviceLevelObjectives(TOKENS)
        .register(registry)
        .record((double) tokens);
  }

  private static String error(AttemptOutcome outcome) {
    return switch (outcome) {
      case AttemptOutcome.Answered _ -> "none";
      case AttemptOutcome.Failed(var failure, _) -> failure.kind().word();
    };
  }

  private static Tags of(String provider, String model) {
    return Tags.of("gen_ai.provider.name", provider, "gen_ai.request.model", model);
  }

  @Override
  public void concluded(Conclusion conclusion) {
    registry
        .counter(
            "koalens.ai.consultations",
            Tags.of(
                "assigned", conclusion.consultation().assignment().variant(),
                "assignment", conclusion.consultation().assignment().kind().word(),
                "scope", conclusion.consultation().scope().word(),
                "outcome",
                    (conclusion.outcome().isShadow() ? "shadow-" : "")
                        + conclusion.outcome().word()))
        .increment();
    conclusion
        .failure()
        .ifPresent(failure ->
            registry
                .counter(
                    "koalens.ai.failures",
                    Tags.of("provider", failed(conclusion), "error.type", failure.word()))
                .increment());
    registry.counter("koalens.ai.conflicts").increment(conclusion.verdicts().conflicts());
    conclusion.asked().ifPresent(this::countIngredients);
    savings.count(conclusion);
  }

  // The assigned one, however the consultation went on; of a shadow the shadow.
  private static String failed(Conclusion conclusion) {
    return conclusion
        .asked()
        .filter(_ -> conclusion.outcome().isShadow())
        .map(asked -> asked.call().provider().word())
        .orElse(conclusion.consultation().assignment().variant());
  }

  private void countIngredients(Asked asked) {
    Tags provider = Tags.of("gen_ai.provider.name", asked.call().provider().telemetryName());
    registry
        .counter("koalens.ai.ingredients", provider.and("answered", "asked"))
        .increment(asked.call().names().size());
    registry
        .counter("koalens.ai.ingredients", provider.and("answered", "kept"))
        .increment(asked.remembered());
  }
}
