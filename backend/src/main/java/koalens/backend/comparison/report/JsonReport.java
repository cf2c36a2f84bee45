package koalens.backend.comparison.report;

import java.io.StringWriter;
import java.util.Map;
import koalens.backend.comparison.Check;
import koalens.backend.comparison.Decision;
import koalens.backend.comparison.Gate;
import koalens.backend.comparison.Metric;
import koalens.backend.comparison.Policy;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Fault;
import koalens.backend.comparison.log.Intake;
import koalens.backend.comparison.log.Role;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A report for programs: one JSON object. What is infinite or no number is null. With its policy,
/// the same log and the same labels it can be decided again.
public final class JsonReport {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonFields json;

  private JsonReport(JsonGenerator json) {
    this.json = new JsonFields(json);
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
    json.object(() -> {
      decision(report.decision());
      json.objects("checks", report.checks(), this::check);
      json.objects("gates", report.gates(), this::gate);
      json.objects("modalities", report.strata(), new JsonFigures(json)::write);
      json.object("calls", () -> roles(report.roles()));
      json.object("read", () -> intake(report.intake()));
      json.object("policy", () -> policy(report.policy()));
      json.text("day", report.day().toString());
      json.text("priceBook", report.priceBook());
    });
  }

  private void decision(Decision decision) {
    json.text("decision", kind(decision));
    json.text("headline", decision.headline());
    switch (decision) {
      case Decision.Promote promote -> json.text("provider", promote.arm().word());
      case Decision.Equivalent equal -> json.text("cheaper", equal.cheaper().map(Arm::word));
      case Decision.KeepCollecting keep -> keep.more().ifPresent(more -> json.count("more", more));
      case Decision.TradeOff off -> {}
      case Decision.Invalid invalid -> {}
    }
    json.list("reasons", decision.reasons(), json.json()::writeString);
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
    json.text("name", check.name());
    json.text("state", check.state().words());
    json.text("detail", check.detail());
  }

  private void gate(Gate gate) {
    json.text("modality", gate.modality());
    json.text("metric", gate.metric().word());
    json.text("provider", gate.arm().word());
    json.text("state", gate.state().words());
    json.number("p", gate.p());
  }

  private void roles(Map<Role, Map<Arm, Long>> roles) {
    roles.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> json.object(word(entry.getKey()), () -> arms(entry.getValue())));
  }

  private void arms(Map<Arm, Long> counts) {
    for (Arm arm : Arm.values()) {
      json.count(arm.word(), counts.getOrDefault(arm, 0L));
    }
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

  private void intake(Intake intake) {
    json.count("files", intake.files());
    json.count("bytes", intake.bytes());
    json.count("lines", intake.lines());
    json.count("requests", intake.requests());
    json.count("responses", intake.responses());
    json.count("unasked", intake.unasked());
    json.count("others", intake.others());
    json.object("faults", () -> faults(intake));
    json.objects("examples", intake.examples(), this::fault);
    json.list("without", intake.without(), json.json()::writeString);
  }

  private void faults(Intake intake) {
    for (Fault.Kind kind : Fault.Kind.values()) {
      if (intake.count(kind) > 0) {
        json.count(kind.words(), intake.count(kind));
      }
    }
  }

  private void fault(Fault fault) {
    json.text("file", fault.file());
    json.count("line", fault.line());
    json.text("fault", fault.kind().words());
  }

  private void policy(Policy policy) {
    json.number("alpha", policy.alpha());
    json.text("primary", policy.primary().word());
    json.list("gates", policy.gates(), gate -> json.json().writeString(gate.word()));
    json.object("margins", () -> margins(policy));
    json.number("tuning", policy.tuning());
    json.number("minimumShare", policy.minimumShare());
    json.number("toGemini", policy.toGemini());
  }

  // Of every metric, also of those that are no gate: all of them are the policy.
  private void margins(Policy policy) {
    for (Metric metric : Metric.values()) {
      json.number(metric.word(), policy.margin(metric));
    }
  }
}
