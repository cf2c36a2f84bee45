/// One readable file of alerts, from which the files of Prometheus, Alertmanager, the blackbox
/// exporter, Datadog and Grafana are made. Start at [koalens.operations.alerting.AlertFile].
///
/// In: `staging_backend_down` when health is not 200, for 5m. Out: a Prometheus rule on
/// `probe_http_status_code`, a route to its channels, a probe, a Datadog monitor.
@org.jspecify.annotations.NullMarked
package koalens.operations.alerting;
