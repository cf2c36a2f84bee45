package koalens.operations.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AlertFileTest {
  static final Path STAGING =
      Path.of(System.getProperty("koalens.root", ".."), "deploy/monitoring/staging-alerts.yaml");

  @TempDir private Path folder = Path.of(".");

  @Test
  void theMadeFilesInTheRepositoryAreCurrent() throws IOException {
    for (var made : AlertFile.read(STAGING).generate().entrySet()) {
      assertThat(STAGING.resolveSibling(made.getKey()))
          .as("run koalens alerts " + STAGING)
          .hasContent(made.getValue());
    }
  }

  @Test
  void prometheusFindsNothingToComplainOf() throws IOException, InterruptedException {
    Tool.make(AlertFile.read(STAGING), folder);
    Tool.run(folder, "promtool", "check", "rules", "--lint=all", "--lint-fatal", "alerts.rules.yml")
        .requireSuccess();
    Tool.run(folder, "promtool", "check", "config", "prometheus.yml").requireSuccess();
    Tool.run(folder, "amtool", "check-config", "alertmanager.yml").requireSuccess();
    Tool.run(folder, "prometheus-blackbox-exporter", "--config.file=blackbox.yml", "--config.check")
        .requireSuccess();
  }

  @Test
  void prometheusUnderstandsEveryQueryOfTheDashboard() throws IOException, InterruptedException {
    var json = new JsonMapper();
    var rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
    int queries = 0;
    JsonNode dashboard =
        json.readTree(AlertFile.read(STAGING).generate().get("grafana-dashboard.json"));
    for (JsonNode panel : dashboard.path("panels")) {
      assertThat(panel.path("targets").size()).as(panel.path("title").asString()).isPositive();
      for (JsonNode target : panel.path("targets")) {
        rules.append("      - record: query:%d\n        expr: ".formatted(queries++));
        rules.append(json.writeValueAsString(target.path("expr").asString())).append('\n');
      }
    }
    assertThat(queries).isPositive();
    Files.writeString(folder.resolve("dashboard.rules.yml"), rules);
    Tool.run(folder, "promtool", "check", "rules", "dashboard.rules.yml").requireSuccess();
  }

  @Test
  void everyAlertFiresWhenItShouldAndOnlyThen() throws IOException, InterruptedException {
    Tool.make(AlertFile.read(STAGING), folder);
    Files.copy(
        STAGING.resolveSibling("staging-alerts.test.yaml"), folder.resolve("rules.test.yml"));
    Tool.run(folder, "promtool", "test", "rules", "rules.test.yml").requireSuccess();
  }

  @ParameterizedTest
  @CsvSource({
    "staging_backend_down, critical, email-dev-team-and-slack-dev-channel",
    "staging_slo_burn_slow, warning, slack-dev-channel",
    "staging_alerts_undelivered, critical, email-dev-team-and-slack-dev-channel"
  })
  void alertmanagerSendsAnAlertToItsChannels(String alert, String severity, String receiver)
      throws IOException, InterruptedException {
    Tool.make(AlertFile.read(STAGING), folder);
    Tool.run(
            folder,
            "amtool",
            "config",
            "routes",
            "test",
            "--config.file=alertmanager.yml",
            "--verify.receivers=" + receiver,
            "alertname=" + alert,
            "environment=staging",
            "severity=" + severity)
        .requireSuccess();
  }

  @Test
  void whatHoldsOthersBackDoesNotHoldBackThatNobodyHearsOfIt() throws IOException {
    String config = AlertFile.read(STAGING).generate().get("alertmanager.yml");
    JsonNode rule = new YAMLMapper().readTree(config).path("inhibit_rules").path(0);
    assertThat(rule.path("source_matchers").valueStream().map(JsonNode::asString))
        .containsExactly("alertname=~\"staging_backend_down\"");
    assertThat(rule.path("target_matchers").valueStream().map(JsonNode::asString))
        .containsExactly("alertname!~\"staging_backend_down|staging_alerts_undelivered\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status: 200      | status: 20       | when: status wants a number from 100.0 to 599.0",
        "for: 5m          | for: soon        | for wants a time such as 30s, 5m or 1d",
        "severity: warning | severity: mild  | severity wants critical or warning",
        "healthIsNot      | healthIsnt       | there is no key healthIsnt",
        "[slack-dev-channel] | [sms-dev-team] | channels wants names of",
        "service: koalens | servce: koalens  | there is no key servce",
        "site:            | site: [          | is not YAML",
        "name: staging_ai_cost | name: staging_slo_burn_fast | wants a name of its own"
      })
  void aFaultNamesTheFileThePlaceAndTheMend(String right, String wrong, String message)
      throws IOException {
    String text = Files.readString(STAGING);
    assertThat(text).contains(right);
    Path file = Files.writeString(folder.resolve("broken.yaml"), text.replace(right, wrong));
    assertThatThrownBy(() -> AlertFile.read(file))
        .isInstanceOf(AlertFault.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }
}
