package koalens.operations.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes a report for programs.
final class JsonReport {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonReport() {}

  static String write(ValidationReport report) {
    var root = new LinkedHashMap<String, Object>();
    root.put("address", report.address());
    root.put("passed", report.passed());
    for (Outcome outcome : Outcome.values()) {
      root.put(word(outcome), report.count(outcome));
    }
    root.put("steps", report.results().stream().map(JsonReport::step).toList());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static Map<String, Object> step(StepResult result) {
    var step = new LinkedHashMap<String, Object>();
    step.put("name", result.name());
    step.put("outcome", word(result.outcome()));
    step.put("reasons", result.reasons());
    step.put("tookMs", result.took().toMillis());
    result
        .evidence()
        .ifPresent(evidence -> {
          step.put("curl", evidence.curl());
          step.put("status", evidence.status());
          step.put("body", evidence.body());
        });
    return step;
  }

  static String word(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case SKIPPED -> "skipped";
    };
  }
}
