package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import koalens.backend.configure.SettingDocumentation;
import koalens.backend.configure.Settings;
import koalens.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Secrets and texts are planted in a running server, every route is driven with everything that
/// can go wrong, and nothing of what was planted may come out.
class SecretsTest {
  private static final String ADMIN = "planted-admin-0123456789";
  private static final String TEXT = "plantedtext";

  @TempDir private Path folder = Path.of(".");

  @Test
  void nothingButTheseSettingsIsSecret() {
    assertThat(
            Settings.documentation().stream()
                .filter(SettingDocumentation::secret)
                .map(SettingDocumentation::name))
        .containsExactlyInAnyOrder(
            "GEMINI_API_KEY", "ANTHROPIC_API_KEY", "LOG_HASH_KEY", "DATABASE_URL", "ADMIN_KEY");
  }

  private Map<String, String> settings(String environment, String database) {
    return Map.ofEntries(
        Map.entry("APP_ENV", environment),
        Map.entry("LOG_LEVEL", "debug"),
        Map.entry("LOG_DIR", folder.resolve("logs").toString()),
        Map.entry("AI_LOG_CONTENT", "off"),
        // Nobody listens there: every call to a provider fails.
        Map.entry("GEMINI_BASE_URL", "http://127.0.0.1:9"),
        Map.entry("ANTHROPIC_BASE_URL", "http://127.0.0.1:9"),
        Map.entry("AI_DEADLINE_MS", "300"),
        Map.entry("GEMINI_API_KEY", "AIzaSyplantedgemini0123456789abcdefghij"),
        Map.entry("ANTHROPIC_API_KEY", "planted-anthropic-0123456789"),
        Map.entry("LOG_HASH_KEY", "planted-hash-0123456789abcdef0123456789abcdef"),
        Map.entry("DATABASE_URL", database.replace(":secret@", ":planted-password@")),
        Map.entry("ADMIN_KEY", ADMIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"development", "staging"})
  void noPlantedSecretOrTextComesOutOfARunningServer(String environment) throws Exception {
    var answers = new ArrayList<String>();
    String log;
    try (PostgresServer postgres = PostgresServer.start();
        RunningServer server =
            RunningServer.start(
                folder.resolve("data"), settings(environment, postgres.createDatabase()))) {
      String token = server.newToken();
      drive(server, token, answers);
      postgres.stop();
      drive(server, token, answers);
      assertThat(server.get("", "/ready").statusCode()).isEqualTo(503);
      postgres.resume();
      server.stop();
      log = server.log();
      assertThat(answers).hasSizeGreaterThan(100).noneMatch(SecretsTest::isPlanted);
      assertThat(log.lines().filter(SecretsTest::isPlanted)).isEmpty();
      assertThat(log.lines().filter(line -> line.contains(token))).isEmpty();
    }
    assertThat(logged()).isNotEmpty().noneMatch(SecretsTest::isPlanted);
    assertThat(log).contains("not kept");
  }

  private static boolean isPlanted(String said) {
    return said.toLowerCase(Locale.ROOT).contains("planted");
  }

  private List<String> logged() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
      return files.flatMap(SecretsTest::lines).toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void drive(RunningServer server, String token, List<String> answers) {
    var contract = RunningServer.json(server.get("", "/openapi.json")).get("paths");
    for (var path : contract.properties()) {
      for (String method : path.getValue().propertyNames()) {
        drive(server, method.toUpperCase(Locale.ROOT), path.getKey(), token, answers);
      }
    }
  }

  private static void drive(
      RunningServer server, String method, String route, String token, List<String> answers) {
    String path = route.replaceAll("\\{[^}]+}", TEXT);
    for (String authorization : List.of("Bearer " + token, "Bearer " + ADMIN + "x")) {
      for (String body : bodies()) {
        if (!path.equals("/me") || !authorization.contains(token)) {
          var request =
              server.request(
                  path + "?q=" + TEXT + "&key=" + ADMIN,
                  "Authorization",
                  authorization,
                  "Content-Type",
                  "application/json",
                  "X-Request-Id",
                  "planted id",
                  "X-Api-Key",
                  ADMIN);
          HttpResponse<String> response =
              server.send(request.method(method, BodyPublishers.ofString(body)));
          answers.add(withoutWhatIsTheirs(response));
        }
      }
    }
  }

  private static List<String> bodies() {
    return List.of(
        "",
        "{\"text\":\"" + TEXT,
        "{\"text\":\"Vatten, " + TEXT + "\",\"userId\":\"" + TEXT + "\"}");
  }

  // Whoever sent a text may have it back in its analysis, and in nothing else.
  private static String withoutWhatIsTheirs(HttpResponse<String> response) {
    return response.headers().map() + (response.statusCode() < 300 ? "" : response.body());
  }
}
