package koalens.operations.alerting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes the rules of Prometheus: shares of errors recorded, alerts that look at them.
final class PrometheusRules {
  private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");

  private PrometheusRules() {}

  static String write(AlertFile file) {
    var groups = new ArrayList<Map<String, Object>>();
    if (file.alerts().stream().anyMatch(alert -> alert.condition() instanceof Condition.BurnRate)) {
      groups.add(group(file, "recordings", recordings(file)));
    }
    groups.add(group(file, "alerts", alerts(file)));
    return Yaml.write(Map.of("groups", groups));
  }

  private static Map<String, Object> group(
      AlertFile file, String name, List<Map<String, Object>> rules) {
    var group = new LinkedHashMap<String, Object>();
    group.put("name", "koalens-" + file.environment() + "-" + name);
    group.put("interval", Times.write(file.site().interval()));
    group.put("rules", rules);
    return group;
  }

  private static List<Map<String, Object>> recordings(AlertFile file) {
    var queries = new Queries(file.environment());
    return WINDOWS.stream()
        .map(window -> {
          var rule = new LinkedHashMap<String, Object>();
          rule.put("record", Queries.recorded(window));
          rule.put("expr", queries.errorRatio(Times.parse(window).orElseThrow()));
          return (Map<String, Object>) rule;
        })
        .toList();
  }

  private static List<Map<String, Object>> alerts(AlertFile file) {
    return file.alerts().stream().flatMap(alert -> Stream.of(rule(file, alert))).toList();
  }

  private static Map<String, Object> rule(AlertFile file, Alert alert) {
    var rule = new LinkedHashMap<String, Object>();
    rule.put("alert", alert.name());
    rule.put("expr", new Queries(file.environment()).prometheus(alert.condition()));
    rule.put("for", Times.write(alert.lasting()));
    rule.put("labels", labels(file, alert));
    var notes = new LinkedHashMap<String, Object>();
    notes.put("summary", alert.summary());
    notes.put("description", Queries.described(alert.condition()));
    notes.put("runbook_url", file.site().runbook(alert));
    rule.put("annotations", notes);
    return rule;
  }

  private static Map<String, Object> labels(AlertFile file, Alert alert) {
    var labels = new LinkedHashMap<String, Object>();
    labels.put("severity", alert.severity().word());
    labels.put("environment", file.environment());
    labels.put("service", file.service());
    return labels;
  }
}
