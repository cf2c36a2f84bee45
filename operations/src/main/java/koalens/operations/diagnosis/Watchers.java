package koalens.operations.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import koalens.operations.diagnosis.Asking.Reply;
import tools.jackson.databind.JsonNode;

/// Why alerts are silent: what Prometheus and Alertmanager say of themselves.
final class Watchers {
  private static final String TROUBLE = "alerts";

  private final Patient patient;
  private final Asking asking;

  Watchers(Patient patient, Asking asking) {
    this.patient = patient;
    this.asking = asking;
  }

  List<Symptom> symptoms() throws InterruptedException {
    if (patient.prometheus().isEmpty() && patient.alertmanager().isEmpty()) {
      return List.of(
          Symptom.untold(TROUBLE, "say where they are with --prometheus and --alertmanager", ""));
    }
    var found = new ArrayList<Symptom>();
    if (patient.prometheus().isPresent()) {
      found.add(prometheus(patient.prometheus().get().toString()));
    }
    if (patient.alertmanager().isPresent()) {
      found.add(alertmanager(patient.alertmanager().get().toString()));
    }
    return found;
  }

  private Symptom prometheus(String address) throws InterruptedException {
    String command =
        "curl -sS %s/api/v1/rules | jq '.data.groups[].rules[].name'".formatted(address);
    Reply rules = asking.get(address + "/api/v1/rules?type=alert");
    if (!rules.ok()) {
      return Symptom.trouble(TROUBLE, "Prometheus does not answer: " + said(rules), command);
    }
    long alerts =
        rules
            .json()
            .path("data")
            .path("groups")
            .valueStream()
            .flatMap(group -> group.path("rules").valueStream())
            .count();
    if (alerts == 0) {
      return Symptom.trouble(
          TROUBLE, "Prometheus has no alerts: rule_files must name alerts.rules.yml", command);
    }
    Optional<String> down = down(address);
    if (down.isPresent()) {
      return Symptom.trouble(
          TROUBLE,
          down.get(),
          "curl -sS %s/api/v1/targets | jq .data.activeTargets".formatted(address));
    }
    JsonNode managers = asking.get(address + "/api/v1/alertmanagers").json().path("data");
    return managers.path("activeAlertmanagers").isEmpty()
        ? Symptom.trouble(
            TROUBLE,
            "Prometheus tells no Alertmanager: look at alerting in prometheus.yml",
            "curl -sS %s/api/v1/alertmanagers".formatted(address))
        : Symptom.well(TROUBLE, "Prometheus judges %d alerts".formatted(alerts), command);
  }

  private Optional<String> down(String address) throws InterruptedException {
    String down =
        asking
            .get(address + "/api/v1/targets?state=active")
            .json()
            .path("data")
            .path("activeTargets")
            .valueStream()
            .filter(target -> "down".equals(target.path("health").asString("")))
            .map(target ->
                target.path("scrapePool").asString("")
                    + " ("
                    + target.path("lastError").asString("")
                    + ")")
            .distinct()
            .collect(Collectors.joining("; "));
    return down.isEmpty() ? Optional.empty() : Optional.of("Prometheus cannot scrape " + down);
  }

  private Symptom alertmanager(String address) throws InterruptedException {
    String command = "amtool silence query --alertmanager.url=" + address;
    Reply silences = asking.get(address + "/api/v2/silences");
    if (!silences.ok()) {
      return Symptom.trouble(TROUBLE, "Alertmanager does not answer: " + said(silences), command);
    }
    String active =
        silences
            .json()
            .valueStream()
            .filter(silence -> "active".equals(silence.path("status").path("state").asString("")))
            .map(silence ->
                "\"%s\" until %s"
                    .formatted(
                        silence.path("comment").asString(""), silence.path("endsAt").asString("")))
            .collect(Collectors.joining("; "));
    if (!active.isEmpty()) {
      return Symptom.trouble(TROUBLE, "Alertmanager is told to be silent: " + active, command);
    }
    double failed =
        new Figures(asking.get(address + "/metrics").body())
                .sums("alertmanager_notification_requests_failed_total", "integration", "")
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    return failed > 0
        ? Symptom.trouble(
            TROUBLE,
            "%.0f notices did not get through: look at Alertmanager's own log".formatted(failed),
            "curl -sS %s/metrics | grep notification_requests_failed".formatted(address))
        : Symptom.well(TROUBLE, "Alertmanager is awake, and every notice got through", command);
  }

  private static String said(Reply reply) {
    return reply.answered() ? "status " + reply.status() : reply.body();
  }
}
