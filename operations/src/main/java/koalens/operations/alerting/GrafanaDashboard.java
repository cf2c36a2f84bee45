package koalens.operations.alerting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Makes a dashboard for Grafana: traffic, errors, latency, verdicts, and what AI costs.
final class GrafanaDashboard {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;

  private record Panel(String title, String unit, String query, String legend) {}

  private GrafanaDashboard() {}

  static String write(AlertFile file) {
    var panels = new ArrayList<Map<String, Object>>();
    for (Panel panel : panels(file)) {
      panels.add(panel(panel, panels.size()));
    }
    var root = new LinkedHashMap<String, Object>();
    root.put("title", "KoaLens " + file.environment());
    root.put("uid", "koalens-" + file.environment());
    root.put("schemaVersion", 39);
    root.put("tags", List.of("koalens", file.environment()));
    root.put("time", Ordered.of("from", "now-6h", "to", "now"));
    root.put("refresh", "30s");
    root.put("panels", panels);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static List<Panel> panels(AlertFile file) {
    String here = "environment=\"" + file.environment() + "\"";
    String requests = Queries.REQUESTS + "{" + here + "}";
    return List.of(
        new Panel(
            "Requests by status",
            "reqps",
            "sum by (http_response_status_code) (rate(" + requests + "[5m]))",
            "{{http_response_status_code}}"),
        new Panel(
            "Share of server errors",
            "percentunit",
            new Queries(file.environment()).errorRatio(Duration.ofMinutes(5)),
            "errors"),
        new Panel(
            "Time to answer, p95 by route",
            "s",
            "histogram_quantile(0.95, sum by (le, http_route)"
                + " (rate(http_server_request_duration_seconds_bucket{"
                + here
                + "}[5m])))",
            "{{http_route}}"),
        new Panel(
            "Health, from outside",
            "none",
            "%s{job=\"%s\",%s}".formatted(Queries.PROBE, Queries.HEALTH_JOB, here),
            "status"),
        new Panel(
            "Verdicts",
            "reqps",
            "sum by (status) (rate(koalens_analyses_total{" + here + "}[5m]))",
            "{{status}}"),
        new Panel(
            "AI calls by provider",
            "reqps",
            "sum by (gen_ai_provider_name) (rate(" + Queries.CALLS + "{" + here + "}[5m]))",
            "{{gen_ai_provider_name}}"),
        new Panel(
            "AI calls, p95",
            "s",
            "histogram_quantile(0.95, sum by (le, gen_ai_provider_name)"
                + " (rate(gen_ai_client_operation_duration_seconds_bucket{"
                + here
                + "}[5m])))",
            "{{gen_ai_provider_name}}"),
        new Panel(
            "AI cost an hour",
            "currencyUSD",
            "sum by (gen_ai_provider_name) (increase("
                + Queries.COST
                + "{"
                + here
                + "}[1h])) / 1e6",
            "{{gen_ai_provider_name}}"),
        new Panel(
            "Memory in use",
            "bytes",
            "sum by (area) (jvm_memory_used_bytes{" + here + "})",
            "{{area}}"));
  }

  private static Map<String, Object> panel(Panel panel, int place) {
    var map = new LinkedHashMap<String, Object>();
    map.put("id", place + 1);
    map.put("type", "timeseries");
    map.put("title", panel.title());
    map.put(
        "gridPos",
        Ordered.with(
            Ordered.with(Ordered.of("x", place % 2 * WIDTH, "y", place / 2 * HEIGHT), "w", WIDTH),
            "h",
            HEIGHT));
    map.put(
        "fieldConfig",
        Ordered.of("defaults", Map.of("unit", panel.unit()), "overrides", List.of()));
    map.put(
        "targets",
        List.of(
            Ordered.with(
                Ordered.of("refId", "A", "expr", panel.query()), "legendFormat", panel.legend())));
    return map;
  }
}
