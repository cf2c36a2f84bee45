package koalens.operations.alerting;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the configuration of Prometheus: what to scrape, what to probe, whom to tell.
final class PrometheusConfig {
  private static final String ENVIRONMENT = "environment";

  private PrometheusConfig() {}

  static String write(AlertFile file) {
    Site site = file.site();
    String interval = Times.write(site.interval());
    var root = new LinkedHashMap<String, Object>();
    root.put("global", Ordered.of("scrape_interval", interval, "evaluation_interval", interval));
    root.put("rule_files", List.of("alerts.rules.yml"));
    root.put(
        "alerting",
        Map.of(
            "alertmanagers",
            List.of(Map.of("static_configs", List.of(targets(site.alertmanager(), Map.of()))))));
    root.put("scrape_configs", List.of(health(file), figures(file), watcher(site)));
    return Yaml.write(root);
  }

  private static Map<String, Object> health(AlertFile file) {
    var job = new LinkedHashMap<String, Object>();
    job.put("job_name", Queries.HEALTH_JOB);
    job.put("metrics_path", "/probe");
    job.put("params", Map.of("module", List.of(BlackboxConfig.MODULE)));
    job.put("static_configs", List.of(targets(file.site().health().toString(), environment(file))));
    job.put(
        "relabel_configs",
        List.of(
            relabel("source_labels", List.of("__address__"), "__param_target"),
            relabel("source_labels", List.of("__param_target"), "instance"),
            relabel("replacement", file.site().blackbox(), "__address__")));
    return job;
  }

  private static Map<String, Object> relabel(String key, Object value, String target) {
    var relabel = new LinkedHashMap<String, Object>();
    relabel.put(key, value);
    relabel.put("target_label", target);
    return relabel;
  }

  private static Map<String, Object> figures(AlertFile file) {
    URI metrics = file.site().metrics();
    var job = new LinkedHashMap<String, Object>();
    job.put("job_name", file.service());
    job.put("scheme", metrics.getScheme());
    job.put("metrics_path", metrics.getPath());
    if (isPrivateAtFly(metrics)) {
      job.put("dns_sd_configs", List.of(machines(metrics)));
      job.put("relabel_configs", List.of(relabel("replacement", file.environment(), ENVIRONMENT)));
    } else {
      job.put("static_configs", List.of(targets(metrics.getAuthority(), environment(file))));
    }
    return job;
  }

  // Such a name stands for every machine of the app: each is scraped at its own address.
  private static boolean isPrivateAtFly(URI metrics) {
    return metrics.getHost().endsWith(".internal") && metrics.getPort() > 0;
  }

  private static Map<String, Object> machines(URI metrics) {
    var machines = new LinkedHashMap<String, Object>();
    machines.put("names", List.of(metrics.getHost()));
    machines.put("type", "AAAA");
    machines.put("port", metrics.getPort());
    return machines;
  }

  private static Map<String, Object> watcher(Site site) {
    var job = new LinkedHashMap<String, Object>();
    job.put("job_name", "alertmanager");
    job.put("static_configs", List.of(targets(site.alertmanager(), Map.of())));
    return job;
  }

  private static Map<String, String> environment(AlertFile file) {
    return Map.of(ENVIRONMENT, file.environment());
  }

  private static Map<String, Object> targets(String target, Map<String, String> labels) {
    var targets = new LinkedHashMap<String, Object>();
    targets.put("targets", List.of(target));
    if (!labels.isEmpty()) {
      targets.put("labels", labels);
    }
    return targets;
  }
}
