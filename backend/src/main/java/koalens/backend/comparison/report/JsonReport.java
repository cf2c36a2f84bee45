package koalens.backend.comparison.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import koalens.backend.comparison.Check;
import koalens.backend.comparison.Decision;
import koalens.backend.comparison.Gate;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Fault;
import koalens.backend.comparison.log.Outcome;
import koalens.backend.comparison.log.Role;
import koalens.backend.experiment.statistics.Interval;
import koalens.backend.experiment.statistics.Proportion;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A report for programs: one JSON object. What is infinite or no number is null.
public final class JsonReport {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /// The report as JSON.
  public static String of(Report report) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      new JsonReport(json).write(report);
    }
    return text.toString();
  }

  private void write(Report report) {
    json.writeStartObject();
    decision(report.decision());
    list("checks", report.checks(), this::check);
    list("gates", report.gates(), this::gate);
    list("modalities", report.strata(), this::figures);
    roles(report);
    intake(report);
    policy(report);
    json.writeStringProperty("day", report.day().toString());
    json.writeStringProperty("priceBook", report.priceBook());
    json.writeEndObject();
  }

  private void decision(Decision decision) {
    json.writeStringProperty("decision", kind(decision));
    json.writeStringProperty("headline", decision.headline());
    switch (decision) {
      case Decision.Promote promote -> json.writeStringProperty("provider", promote.arm().word());
      case Decision.Equivalent equal -> text("cheaper", equal.cheaper().map(Arm::word));
      case Decision.KeepCollecting keep -> {
        if (keep.more().isPresent()) {
          json.writeNumberProperty("more", keep.more().getAsLong());
        }
      }
      case Decision.TradeOff off -> {}
      case Decision.Invalid invalid -> {}
    }
    list("reasons", decision.reasons(), json::writeString);
  }

  static String kind(Decision decision) {
    return switch (decision) {
      case Decision.Promote p -> "promote";
      case Decision.Equivalent e -> "equivalent";
      case Decision.KeepCollecting k -> "keep-collecting";
      case Decision.TradeOff t -> "trade-off";
      case Decision.Invalid i -> "invalid";
    };
  }

  private void check(Check check) {
    json.writeStartObject();
    json.writeStringProperty("name", check.name());
    json.writeStringProperty("state", check.state().words());
    json.writeStringProperty("detail", check.detail());
    json.writeEndObject();
  }

  private void gate(Gate gate) {
    json.writeStartObject();
    json.writeStringProperty("modality", gate.modality());
    json.writeStringProperty("metric", gate.metric().word());
    json.writeStringProperty("provider", gate.arm().word());
    json.writeStringProperty("state", gate.state().words());
    number("p", gate.p());
    json.writeEndObject();
  }

  private void figures(Report.Figures figures) {
    json.writeStartObject();
    json.writeStringProperty("modality", figures.modality());
    json.writeBooleanProperty("paired", figures.paired());
    json.writeNumberProperty("analyses", figures.analyses());
    provider(figures.gemini());
    provider(figures.claude());
    list("differences", figures.contrasts(), this::contrast);
    figures.agreement().ifPresent(this::flips);
    list("served", figures.served(), this::served);
    list("prices", figures.prices(), this::price);
    traffic(figures.traffic());
    list("sequences", figures.sequences(), this::sequence);
    json.writeEndObject();
  }

  private void provider(Report.Provider provider) {
    json.writeObjectPropertyStart(provider.arm().word());
    json.writeNumberProperty("calls", provider.calls());
    json.writeNumberProperty("joined", provider.joined());
    json.writeNumberProperty("labels", provider.items());
    json.writeObjectPropertyStart("outcomes");
    for (Outcome outcome : Outcome.values()) {
      long count = provider.outcomes().getOrDefault(outcome, 0L);
      if (count > 0) {
        json.writeNumberProperty(outcome == Outcome.UNKNOWN ? "not_said" : outcome.word(), count);
      }
    }
    json.writeEndObject();
    proportion("failures", provider.failures());
    proportion("wrongVerdicts", provider.wrong());
    proportion("criticalErrors", provider.critical());
    proportion("flipsWithin", provider.flips());
    list("latencyMs", provider.times(), this::quantile);
    number("meanCostMicros", provider.meanCost());
    number("costOfSuccessMicros", provider.costOfSuccess());
    json.writeEndObject();
  }

  private void quantile(Report.Quantile quantile) {
    json.writeStartObject();
    number("quantile", quantile.probability());
    number("value", quantile.value());
    interval("interval", quantile.interval());
    json.writeEndObject();
  }

  private void proportion(String name, Proportion proportion) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("hits", proportion.hits());
    json.writeNumberProperty("of", proportion.of());
    interval("interval", proportion.wilson(0.95));
    json.writeEndObject();
  }

  private void contrast(Report.Contrast contrast) {
    json.writeStartObject();
    json.writeStringProperty("metric", contrast.name());
    number("gemini", contrast.gemini());
    number("claude", contrast.claude());
    number(
        switch (contrast.kind()) {
          case SHARE -> "difference";
          case RATIO -> "ratio";
        },
        contrast.difference());
    interval("interval", contrast.interval());
    if (!contrast.oneLook().isEmpty()) {
      json.writeStringProperty("oneLook", contrast.oneLook());
    }
    json.writeEndObject();
  }

  private void flips(Report.Flips flips) {
    json.writeObjectPropertyStart("agreement");
    number("raw", flips.table().raw());
    number("kappa", flips.table().kappa());
    number("ac1", flips.table().ac1());
    list(
        "table",
        flips.table().table(),
        row -> {
          json.writeStartArray();
          row.forEach(json::writeNumber);
          json.writeEndArray();
        });
    json.writeNumberProperty("wrongByBoth", flips.wrong().both());
    json.writeNumberProperty("wrongByGeminiAlone", flips.wrong().onlyFirst());
    json.writeNumberProperty("wrongByClaudeAlone", flips.wrong().onlySecond());
    json.writeNumberProperty("flips", flips.flips());
    list(
        "flipped",
        flips.flipped(),
        flip -> {
          json.writeStartObject();
          json.writeStringProperty("item", flip.item());
          json.writeStringProperty("gemini", flip.gemini());
          json.writeStringProperty("claude", flip.claude());
          json.writeStringProperty("true", flip.truth());
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  private void served(Report.ServedBy one) {
    json.writeStartObject();
    json.writeStringProperty("by", one.served().word());
    json.writeNumberProperty("assignedToGemini", one.ofGemini());
    json.writeNumberProperty("assignedToClaude", one.ofClaude());
    proportion("wrongAnswers", one.wrong());
    proportion("criticalErrors", one.critical());
    json.writeEndObject();
  }

  private void price(Report.PriceView view) {
    json.writeStartObject();
    json.writeStringProperty("prices", view.name());
    number("geminiMicros", view.gemini());
    number("claudeMicros", view.claude());
    view.ratio().ifPresent(ratio -> interval("ratio", ratio));
    json.writeEndObject();
  }

  private void traffic(Report.Traffic traffic) {
    json.writeObjectPropertyStart("traffic");
    json.writeNumberProperty("from", traffic.from());
    json.writeNumberProperty("widthMs", traffic.width());
    list("gemini", traffic.gemini(), json::writeNumber);
    list("claude", traffic.claude(), json::writeNumber);
    json.writeEndObject();
  }

  private void sequence(Report.Sequence sequence) {
    json.writeStartObject();
    json.writeStringProperty("metric", sequence.metric().word());
    list(
        "steps",
        sequence.steps(),
        step -> {
          json.writeStartObject();
          json.writeNumberProperty("analyses", step.analyses());
          number("value", step.value());
          interval("interval", step.interval());
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  private void roles(Report report) {
    json.writeObjectPropertyStart("calls");
    report.roles().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(entry -> {
          json.writeObjectPropertyStart(word(entry.getKey()));
          for (Arm arm : Arm.values()) {
            json.writeNumberProperty(arm.word(), entry.getValue().getOrDefault(arm, 0L));
          }
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  static String word(Role role) {
    return switch (role) {
      case RANDOMISED -> "by chance";
      case SHADOW -> "shadow";
      case FALLBACK -> "fallback";
      case FORCED -> "forced";
      case CONFIGURED -> "configured";
    };
  }

  private void intake(Report report) {
    var intake = report.intake();
    json.writeObjectPropertyStart("read");
    json.writeNumberProperty("files", intake.files());
    json.writeNumberProperty("bytes", intake.bytes());
    json.writeNumberProperty("lines", intake.lines());
    json.writeNumberProperty("requests", intake.requests());
    json.writeNumberProperty("responses", intake.responses());
    json.writeNumberProperty("unasked", intake.unasked());
    json.writeNumberProperty("others", intake.others());
    json.writeObjectPropertyStart("faults");
    for (Fault.Kind kind : Fault.Kind.values()) {
      if (intake.count(kind) > 0) {
        json.writeNumberProperty(kind.words(), intake.count(kind));
      }
    }
    json.writeEndObject();
    list(
        "examples",
        intake.examples(),
        fault -> {
          json.writeStartObject();
          json.writeStringProperty("file", fault.file());
          json.writeNumberProperty("line", fault.line());
          json.writeStringProperty("fault", fault.kind().words());
          json.writeEndObject();
        });
    list("without", intake.without(), json::writeString);
    json.writeEndObject();
  }

  private void policy(Report report) {
    var policy = report.policy();
    json.writeObjectPropertyStart("policy");
    number("alpha", policy.alpha());
    json.writeStringProperty("primary", policy.primary().word());
    json.writeObjectPropertyStart("margins");
    policy.gates().forEach(metric -> number(metric.word(), policy.margin(metric)));
    json.writeEndObject();
    json.writeEndObject();
  }

  private interface Writing<T> {
    void write(T one);
  }

  private <T> void list(String name, List<? extends T> all, Writing<T> writing) {
    json.writeArrayPropertyStart(name);
    all.forEach(writing::write);
    json.writeEndArray();
  }

  private void text(String name, Optional<String> text) {
    if (text.isPresent()) {
      json.writeStringProperty(name, text.get());
    } else {
      json.writeNullProperty(name);
    }
  }

  private void number(String name, double value) {
    if (Double.isFinite(value)) {
      json.writeNumberProperty(name, value);
    } else {
      json.writeNullProperty(name);
    }
  }

  private void interval(String name, Interval interval) {
    json.writeObjectPropertyStart(name);
    number("low", interval.low());
    number("high", interval.high());
    json.writeEndObject();
  }
}
