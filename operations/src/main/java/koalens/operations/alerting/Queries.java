package koalens.operations.alerting;

import java.time.Duration;
import java.util.Locale;

/// A condition in the languages of the programs that watch.
///
/// Metric names are those of OpenTelemetry as Prometheus writes them
/// (`http.server.request.duration`, `gen_ai.client.operation.duration`).
final class Queries {
  static final String REQUESTS = "http_server_request_duration_seconds_count";
  static final String CALLS = "gen_ai_client_operation_duration_seconds_count";
  static final String ASSIGNMENTS = "koalens_ai_consultations_total";
  static final String COST = "koalens_ai_cost_usd_micros_total";
  static final String PROBE = "probe_http_status_code";
  static final String HEALTH_JOB = "koalens-health";
  private static final String UNDELIVERED = "alertmanager_notification_requests_failed_total";

  private final String environment;

  Queries(String environment) {
    this.environment = environment;
  }

  /// The condition as a PromQL expression that has a value while it holds.
  String prometheus(Condition condition) {
    return switch (condition) {
      case Condition.HealthIsNot(int status) -> health(status);
      case Condition.ErrorRate(double above, Duration over, int least) ->
          """
          %s > %s
          and
          sum by (environment) (increase(%s{environment="%s"}[%s])) >= %d
          """
              .formatted(errorRatio(over), above, REQUESTS, environment, Times.write(over), least);
      case Condition.BurnRate(double objective, boolean fast) -> burn(objective, fast);
      case Condition.ProviderErrorRate(double above, Duration over, int least) ->
          providerErrors(above, Times.write(over), least);
      case Condition.CostPerDay(double dollars) ->
          "sum by (environment) (increase(%s{environment=\"%s\"}[1d])) / 1e6 > %s\n"
              .formatted(COST, environment, dollars);
      case Condition.Rises(String counter, double above, Duration over) ->
          "sum by (environment) (increase(%s{environment=\"%s\"}[%s])) > %s\n"
              .formatted(counter, environment, Times.write(over), above);
      case Condition.Above(String gauge, double value) ->
          "max by (environment) (%s{environment=\"%s\"}) > %s\n"
              .formatted(gauge, environment, value);
      case Condition.SplitOff split -> splitOff(split);
      case Condition.Undelivered(Duration over) ->
          "sum by (integration) (increase(%s[%s])) > 0\n".formatted(UNDELIVERED, Times.write(over));
    };
  }

  // A refused connection gives status 0; absent() covers a prober that has vanished.
  private String health(int status) {
    String series = "%s{job=\"%s\",environment=\"%s\"}".formatted(PROBE, HEALTH_JOB, environment);
    return "%s != %d\nor\nabsent(%s)\n".formatted(series, status, series);
  }

  /// The share of server errors; 0, not nothing, while there are none.
  String errorRatio(Duration over) {
    String all =
        "sum by (environment) (rate(%s{environment=\"%s\"}[%s]))"
            .formatted(REQUESTS, environment, Times.write(over));
    String bad =
        "sum by (environment) (rate(%s{environment=\"%s\",http_response_status_code=~\"5..\"}[%s]))"
            .formatted(REQUESTS, environment, Times.write(over));
    return "((%s or 0 * %s) / (%s > 0))".formatted(bad, all, all);
  }

  private String burn(double objective, boolean fast) {
    double budget = 1 - objective;
    return fast
        ? both(14.4, "1h", "5m", budget) + "or\n" + both(6, "6h", "30m", budget)
        : both(3, "1d", "2h", budget) + "or\n" + both(1, "3d", "6h", budget);
  }

  private static String both(double factor, String over, String andOver, double budget) {
    String most = String.format(Locale.ROOT, "%.4f", factor * budget);
    return "(%s > %s and %s > %s)\n".formatted(recorded(over), most, recorded(andOver), most);
  }

  /// The name under which the share of errors is recorded.
  static String recorded(String window) {
    return "environment:http_errors:ratio_rate" + window;
  }

  private String providerErrors(double above, String over, int least) {
    String all =
        "sum by (environment, gen_ai_provider_name) (increase(%s{environment=\"%s\"}[%s]))"
            .formatted(CALLS, environment, over);
    String bad =
        "sum by (environment, gen_ai_provider_name)"
            + " (increase(%s{environment=\"%s\",error_type!=\"none\"}[%s]))"
                .formatted(CALLS, environment, over);
    return "%s / %s > %s\nand\n%s >= %d\n".formatted(bad, all, above, all, least);
  }

  // Shadows are no assignments; forced and configured requests are not left to chance.
  private String splitOff(Condition.SplitOff split) {
    String chosen =
        "environment=\"%s\",assignment=~\"sticky|random\",outcome!~\"shadow.*\""
            .formatted(environment);
    String over = Times.write(split.over());
    String all = "sum by (environment) (increase(%s{%s}[%s]))".formatted(ASSIGNMENTS, chosen, over);
    String one =
        "sum by (environment) (increase(%s{assigned=\"%s\",%s}[%s]))"
            .formatted(ASSIGNMENTS, split.variant(), chosen, over);
    return "abs((%s or 0 * %s) / (%s > 0) - %s) > %s\nand\n%s >= %d\n"
        .formatted(one, all, all, split.share(), split.off(), all, split.leastAnalyses());
  }

  /// The value in words, in the template language of Prometheus.
  static String described(Condition condition) {
    return switch (condition) {
      case Condition.HealthIsNot _ ->
          "{{ if eq $value 1.0 }}No probe has come in{{ else }}The last status was {{ $value }}"
              + " (0 means no connection){{ end }}.";
      case Condition.ErrorRate _, Condition.BurnRate _ ->
          "{{ $value | humanizePercentage }} of the answers were server errors.";
      case Condition.ProviderErrorRate _ ->
          "{{ $value | humanizePercentage }} of the calls to {{ $labels.gen_ai_provider_name }}"
              + " failed.";
      case Condition.CostPerDay _ -> "{{ $value | humanize }} dollars in a day.";
      case Condition.Rises _ -> "{{ $value | humanize }} of them.";
      case Condition.Above _ -> "It stands at {{ $value | humanize }}.";
      case Condition.SplitOff split ->
          "{{ $value | humanizePercentage }} off the share that %s should have."
              .formatted(split.variant());
      case Condition.Undelivered _ ->
          "{{ $value | humanize }} notices did not get through by {{ $labels.integration }}.";
    };
  }
}
