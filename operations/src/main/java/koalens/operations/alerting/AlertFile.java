package koalens.operations.alerting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The alerts of an environment, and what is made from them. Immutable.
public final class AlertFile {
  private final String service;
  private final String environment;
  private final Site site;
  private final List<Channel> channels;
  private final List<Alert> alerts;

  AlertFile(
      String service, String environment, Site site, List<Channel> channels, List<Alert> alerts) {
    this.service = service;
    this.environment = environment;
    this.site = site;
    this.channels = List.copyOf(channels);
    this.alerts = List.copyOf(alerts);
  }

  /// Reads a file such as `deploy/monitoring/staging-alerts.yaml`.
  ///
  /// @throws AlertFault when it cannot be read or used
  public static AlertFile read(Path file) {
    try {
      return new AlertReader(file.toString()).read(Files.readString(file));
    } catch (IOException e) {
      throw new AlertFault(file.toString(), "cannot be read");
    }
  }

  /// The same alerts at another site: for rehearsals.
  public AlertFile at(Site elsewhere) {
    return new AlertFile(service, environment, elsewhere, channels, alerts);
  }

  /// The same alerts, firing after at most this long: for rehearsals.
  public AlertFile firingAfter(Duration most) {
    List<Alert> sooner =
        alerts.stream()
            .map(alert ->
                new Alert(
                    alert.name(),
                    alert.condition(),
                    alert.lasting().compareTo(most) < 0 ? alert.lasting() : most,
                    alert.severity(),
                    alert.channels(),
                    alert.summary(),
                    alert.runbook()))
            .toList();
    return new AlertFile(service, environment, site, channels, sooner);
  }

  /// Everything made from it: file name → contents.
  public Map<String, String> generate() {
    var files = new LinkedHashMap<String, String>();
    files.put("prometheus.yml", PrometheusConfig.write(this));
    files.put("alerts.rules.yml", PrometheusRules.write(this));
    files.put("alertmanager.yml", AlertmanagerConfig.write(this));
    files.put("blackbox.yml", BlackboxConfig.write());
    files.put("datadog-monitors.json", DatadogMonitors.write(this));
    files.put("grafana-dashboard.json", GrafanaDashboard.write(this));
    return files;
  }

  /// The name of what is watched.
  public String service() {
    return service;
  }

  /// Where it runs: `staging`.
  public String environment() {
    return environment;
  }

  /// Where everything is.
  public Site site() {
    return site;
  }

  List<Channel> channels() {
    return channels;
  }

  List<Alert> alerts() {
    return alerts;
  }
}
