package koalens.server.api;

import static koalens.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koalens.backend.comparison.Comparison;
import koalens.backend.comparison.Labels;
import koalens.backend.comparison.Policy;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.LogReader;
import koalens.backend.comparison.log.LogSource;
import koalens.backend.provider.price.PriceBook;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.Scenario;
import koalens.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The comparison of the providers as operators see it.
class ExperimentsTest {
  private static final String ADMIN = "öppna sesam & stäng";
  private static final String[] KEY = {"Authorization", "Bearer " + "plain-admin-key-of-operators"};
  private static final String[] BROWSER = {"Accept", "text/html,*/*"};

  @TempDir private Path folder = Path.of(".");

  private TestServer server(String key) {
    return TestServer.start("ADMIN_KEY=" + key, "LOG_LEVEL=error");
  }

  private static HttpResponse<String> signIn(TestServer server, String key) {
    String body = "key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    return server.send(
        server
            .request("/experiments", "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String cookie(HttpResponse<String> response) {
    String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/experim");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  @Test
  void comparesWhatTheLedgerKeepsJustAsTheLogDoes() throws Exception {
    try (Emulator gemini = Emulator.start(Provider.GEMINI, Scenario.of(1), 0);
        Emulator claude = Emulator.start(Provider.ANTHROPIC, Scenario.of(2), 0);
        TestServer server =
            TestServer.start(
                "ADMIN_KEY=plain-admin-key-of-operators",
                "LOG_LEVEL=info",
                "LOG_DIR=" + folder,
                "AI_DEADLINE_MS=60000",
                "ENABLE_AB_TEST=true",
                "GEMINI_API_KEY=key-of-gemini",
                "ANTHROPIC_API_KEY=key-of-claude",
                "GEMINI_BASE_URL=" + gemini.baseUrl(),
                "ANTHROPIC_BASE_URL=" + claude.baseUrl())) {
      assertThat(server.get("/experiments", KEY).statusCode()).isEqualTo(404);
      for (int i = 0; i < 24; i++) {
        server.ask("{\"ingredients\":[\"Vatten\",\"Mjölk\"],\"userId\":\"u" + i + "\"}");
      }
      HttpResponse<String> answer = server.get("/experiments", KEY);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode live = json(answer);
      Report log =
          new Comparison(Policy.STANDARD, Labels.NONE, PriceBook.standard())
              .report(
                  new LogReader(_ -> {})
                      .read(LogSource.of(List.of(folder.resolve("combined.log")))));
      assertThat(
              live.at("/calls/by chance/gemini").asLong()
                  + live.at("/calls/by chance/claude").asLong())
          .isEqualTo(24);
      assertThat(live.at("/read/requests").asLong()).isEqualTo(log.intake().requests());
      assertThat(live.get("headline").asString()).isEqualTo(log.decision().headline());
      assertThat(live.at("/modalities/0/gemini/latencyMs").toString())
          .contains(String.valueOf(log.strata().getFirst().gemini().times().getFirst().value()));
      HttpResponse<String> page =
          server.get("/experiments", "Authorization", KEY[1], "Accept", "text/html");
      assertThat(page.body())
          .contains("<h1>" + log.decision().headline())
          .contains("aria-current=\"page\">gemini:50,claude:50")
          .containsPattern("As of \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z</span>\n<a href=\"\">Reload</a>");
      assertThat(page.headers().firstValue("Refresh")).isEmpty();
      assertThat(server.get("/experiments?version=other", KEY).statusCode()).isEqualTo(422);
      assertThat(Files.readString(folder.resolve("combined.log")))
          .doesNotContain("plain-admin-key-of-operators");
    }
  }

  @Test
  void isForOperatorsAlone() {
    try (TestServer server = server("plain-admin-key-of-operators")) {
      assertThat(server.get("/experiments").statusCode()).isEqualTo(401);
      assertThat(server.get("/experiments", "Authorization", "Bearer wrong").statusCode())
          .isEqualTo(401);
      String device = json(server.method("POST", "/devices")).get("token").asString();
      assertThat(server.get("/experiments", "Authorization", "Bearer " + device).statusCode())
          .isEqualTo(403);
      assertThat(server.get("/experiments", BROWSER).body()).contains("type=\"password\"");
    }
    try (TestServer server = TestServer.start()) {
      assertThat(server.get("/experiments", BROWSER).statusCode()).isEqualTo(403);
      assertThat(signIn(server, "").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void letsPeopleSignInWithTheKeyAndNobodyForgeThat() {
    try (TestServer server = server(ADMIN)) {
      assertThat(signIn(server, "wrong").statusCode()).isEqualTo(401);
      HttpResponse<String> in = signIn(server, ADMIN);
      assertThat(in.statusCode()).isEqualTo(303);
      String cookie = cookie(in);
      HttpResponse<String> page =
          server.get("/experiments", "Accept", "text/html", "Cookie", cookie);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("No experiment yet", ">Reload</a>");
      assertThat(page.headers().firstValue("Refresh")).isEmpty();
      String later = cookie.replaceFirst("=(\\d)", "=9");
      for (String forged :
          List.of(later, cookie + "0", "koalens_operator=x", "koalens_operator=")) {
        assertThat(server.get("/experiments", "Accept", "text/html", "Cookie", forged).statusCode())
            .as(forged)
            .isEqualTo(401);
      }
    }
  }

  @Test
  void runsNoScriptAndOnlyItsOwnStyle() {
    try (TestServer server = server("plain-admin-key-of-operators")) {
      HttpResponse<String> page = server.get("/experiments", BROWSER);
      assertThat(page.headers().allValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .contains("style-src 'sha256-")
          .doesNotContain("script-src")
          .doesNotContain("unsafe");
    }
  }
}
