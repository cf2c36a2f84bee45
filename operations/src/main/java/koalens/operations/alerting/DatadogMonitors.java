package koalens.operations.alerting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Makes monitors for Datadog's `POST /api/v1/monitor`, for teams that watch there. The forms are
/// from Datadog's documentation; no account was at hand to try them on.
final class DatadogMonitors {
  private static final JsonMapper JSON = new JsonMapper();

  private DatadogMonitors() {}

  static String write(AlertFile file) {
    List<Map<String, Object>> monitors =
        file.alerts().stream().flatMap(alert -> monitor(file, alert).stream()).toList();
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(monitors) + "\n";
  }

  // Burn rates and Alertmanager's own troubles have other forms there.
  private static Optional<Map<String, Object>> monitor(AlertFile file, Alert alert) {
    return query(file, alert.condition())
        .map(query -> {
          var monitor = new LinkedHashMap<String, Object>();
          monitor.put("name", alert.name());
          monitor.put("type", query.type());
          monitor.put("query", query.text());
          monitor.put(
              "message",
              alert.summary() + " " + file.site().runbook(alert) + mentions(file, alert));
          monitor.put("tags", List.of("service:" + file.service(), "env:" + file.environment()));
          monitor.put("options", query.options());
          return monitor;
        });
  }

  private record Query(String type, String text, Map<String, Object> options) {}

  private static Optional<Query> query(AlertFile file, Condition condition) {
    String scope = "{env:" + file.environment() + "}";
    return switch (condition) {
      case Condition.HealthIsNot _ ->
          Optional.of(
              new Query(
                  "service check",
                  "\"http.can_connect\".over(\"instance:%s\").by(\"host\").last(6).count_by_status()"
                      .formatted(file.service()),
                  Ordered.of(
                      "thresholds", Ordered.of("critical", 5, "ok", 1), "notify_no_data", true)));
      case Condition.ErrorRate(double above, var over, var _) ->
          Optional.of(
              metric(
                  "sum(last_%s):sum:http.server.request.duration.count{env:%s,http.response.status_code:5*}.as_count()"
                          .formatted(Times.write(over), file.environment())
                      + " / sum:http.server.request.duration.count%s.as_count() > %s"
                          .formatted(scope, above),
                  above));
      case Condition.ProviderErrorRate(double above, var over, var _) ->
          Optional.of(
              metric(
                  "sum(last_%s):sum:gen_ai.client.operation.duration.count{env:%s,!error.type:none} by {gen_ai.provider.name}.as_count()"
                          .formatted(Times.write(over), file.environment())
                      + " / sum:gen_ai.client.operation.duration.count%s by {gen_ai.provider.name}.as_count() > %s"
                          .formatted(scope, above),
                  above));
      case Condition.CostPerDay(double dollars) ->
          Optional.of(
              metric(
                  "sum(last_1d):sum:koalens.ai.cost.usd.micros%s.as_count() > %s"
                      .formatted(scope, dollars * 1e6),
                  dollars * 1e6));
      case Condition.Rises(String counter, double above, var over) ->
          Optional.of(
              metric(
                  "sum(last_%s):sum:%s%s.as_count() > %s"
                      .formatted(Times.write(over), dotted(counter), scope, above),
                  above));
      case Condition.Above(String gauge, double value) ->
          Optional.of(
              metric("max(last_5m):max:%s%s > %s".formatted(dotted(gauge), scope, value), value));
      case Condition.BurnRate _, Condition.SplitOff _, Condition.Undelivered _ -> Optional.empty();
    };
  }

  private static Query metric(String text, double critical) {
    return new Query(
        "query alert",
        text,
        Ordered.of("thresholds", Map.of("critical", critical), "notify_no_data", false));
  }

  private static String dotted(String name) {
    return name.replaceFirst("_total$", "").replace('_', '.');
  }

  private static String mentions(AlertFile file, Alert alert) {
    return file.channels().stream()
        .filter(channel -> alert.channels().contains(channel.name()))
        .map(channel ->
            switch (channel) {
              case Channel.Slack(var _, var room) -> " @slack-" + room.replace("#", "");
              case Channel.Email(var _, var to) -> " @" + to;
            })
        .collect(Collectors.joining());
  }
}
