package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  private static final String APP = "https://app.example.org";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start("CORS_ORIGIN=" + APP + ", capacitor://localhost");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> preflight(TestServer asked, String origin) {
    return asked.method(
        "OPTIONS",
        "/analyze-text",
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "POST",
        "Access-Control-Request-Headers",
        "content-type");
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }

  @Test
  void tellsAnAllowedPageWhatItMaySend() {
    HttpResponse<String> response = preflight(server, APP);
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(header(response, "Access-Control-Allow-Methods")).contains("POST");
    assertThat(header(response, "Access-Control-Allow-Headers")).contains("Content-Type");
    assertThat(header(response, "Access-Control-Max-Age")).isEqualTo("600");
  }

  @Test
  void letsAnAllowedPageReadAnswersAndProblems() {
    for (String body : new String[] {"{\"text\":\"Vatten\"}", "{"}) {
      HttpResponse<String> response = server.ask(body, "Origin", "capacitor://localhost");
      assertThat(header(response, "Access-Control-Allow-Origin"))
          .isEqualTo("capacitor://localhost");
      assertThat(header(response, "Access-Control-Expose-Headers")).contains("X-Request-Id");
      assertThat(header(response, "Vary")).isEqualTo("Origin");
    }
  }

  @Test
  void allowsNothingToAnotherPage() {
    for (String origin :
        new String[] {"https://evil.example.org", APP + ".evil.org", "null", APP + "/"}) {
      HttpResponse<String> response = preflight(server, origin);
      assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("none");
      assertThat(header(response, "Access-Control-Allow-Methods")).isEqualTo("none");
      assertThat(header(response, "Vary")).isEqualTo("Origin");
    }
  }

  @Test
  void answersACallerThatIsNoPage() {
    HttpResponse<String> response = server.ask("{\"text\":\"Vatten\"}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://localhost:8081",
        "https://app.localhost",
        "http://127.0.0.1:3000",
        "http://[::1]:3000",
        "http://0.0.0.0:3000"
      })
  void letsPagesOfThisMachineCallOutsideProductionAlone(String origin) {
    for (String environment : new String[] {"development", "staging"}) {
      try (TestServer open = TestServer.start("CORS_ORIGIN=" + origin, "APP_ENV=" + environment)) {
        assertThat(header(preflight(open, origin), "Access-Control-Allow-Origin"))
            .isEqualTo(origin);
      }
    }
    assertThatThrownBy(
            () -> TestServer.start("CORS_ORIGIN=" + APP + "," + origin, "APP_ENV=production"))
        .hasMessageContaining("CORS_ORIGIN may not name a page of localhost in production");
  }

  @Test
  void allowsEveryPageWhenToldSo() {
    try (TestServer open = TestServer.start("CORS_ORIGIN=*")) {
      assertThat(header(preflight(open, APP), "Access-Control-Allow-Origin")).isEqualTo("*");
    }
  }

  @Test
  void allowsNoPageWhenNothingIsSet() {
    try (TestServer closed = TestServer.start()) {
      HttpResponse<String> response = preflight(closed, APP);
      assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("none");
    }
  }
}
