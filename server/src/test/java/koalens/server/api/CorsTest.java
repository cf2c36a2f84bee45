package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
