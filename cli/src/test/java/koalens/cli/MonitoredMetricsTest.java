package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Dashboard and alerts ask for figures by name: a server that was used has to have each.
class MonitoredMetricsTest {
  private static final Path MONITORING =
      Path.of(System.getProperty("koalens.root", ".."), "deploy/monitoring");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:koalens|http_server|gen_ai|jvm|process)_[a-z0-9_]+\\b(?!\\s*=)");
  private static final Pattern LABELS =
      Pattern.compile("\\b(?:by|on|without|ignoring|group_left)\\s*\\([^)]*\\)|\\{[^}]*}");

  @TempDir private Path folder = Path.of(".");

  private static Set<String> asked(String queries) {
    return METRIC
        .matcher(LABELS.matcher(queries).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<JsonNode> panels() throws IOException {
    JsonNode board =
        new JsonMapper().readTree(Files.readString(MONITORING.resolve("grafana-dashboard.json")));
    assertThat(board.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
    assertThat(board.path("title").asString()).isNotBlank();
    return board.path("panels").valueStream();
  }

  @Test
  void everyPanelHasAPlaceAndAQuery() throws IOException {
    assertThat(panels())
        .isNotEmpty()
        .allSatisfy(panel -> {
          assertThat(panel.path("type").asString()).isNotBlank();
          assertThat(panel.path("title").asString()).isNotBlank();
          assertThat(panel.at("/gridPos/w").asInt()).isBetween(1, 24);
          assertThat(panel.at("/targets/0/expr").asString()).isNotBlank();
        });
  }

  @Test
  void aServerThatWasUsedHasEveryFigureThatIsAskedFor() throws Exception {
    String queries =
        panels()
                .map(panel -> panel.at("/targets/0/expr").asString())
                .collect(Collectors.joining("\n"))
            + Files.readAllLines(MONITORING.resolve("alerts.rules.yml")).stream()
                .filter(line -> line.contains("rate(") || line.contains("increase("))
                .collect(Collectors.joining("\n"));
    Set<String> asked = asked(queries);
    assertThat(asked).hasSizeGreaterThan(5);
    try (Emulator gemini = Emulator.start(Provider.GEMINI, Scenario.of(1), 0);
        RunningServer server =
            RunningServer.start(
                folder,
                Map.of(
                    "AI_PROVIDER", "gemini",
                    "AI_DEADLINE_MS", "60000",
                    "GEMINI_API_KEY", "key-of-gemini",
                    "GEMINI_BASE_URL", gemini.baseUrl().toString()))) {
      server.call("", "POST", "/analyze-text", "{\"text\":\"Vatten, blixtragurium\"}");
      String figures = server.get("", "/metrics").body();
      assertThat(asked)
          .allSatisfy(name -> assertThat(figures).containsPattern("(?m)^" + name + "\\b"));
    }
  }
}
