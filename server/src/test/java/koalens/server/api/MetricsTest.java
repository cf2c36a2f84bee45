package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private String scrape() {
    HttpResponse<String> response = server.get("/metrics");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain; version=0.0.4");
    return response.body();
  }

  private static double value(String scraped, String start) {
    Optional<String> line = scraped.lines().filter(one -> one.startsWith(start)).findFirst();
    return Double.parseDouble(
        line.map(found -> found.substring(found.lastIndexOf(' '))).orElse("-1"));
  }

  @Test
  void figuresOnAPortOfTheirOwnAreNowhereElseAndNothingElseIsThere() throws Exception {
    try (TestServer apart = TestServer.start("METRICS_PORT=0")) {
      apart.ask("{\"text\":\"Vatten\"}");
      assertThat(apart.get("/metrics").statusCode()).isEqualTo(404);
      int port = apart.server().metricsPort().orElseThrow();
      String figures = "http://127.0.0.1:" + port;
      try (var scraped = URI.create(figures + "/metrics").toURL().openStream()) {
        assertThat(new String(scraped.readAllBytes(), StandardCharsets.UTF_8))
            .contains("# TYPE", "koalens_analyses_total{status=\"vegan\"} 1");
      }
      var other = (HttpURLConnection) URI.create(figures + "/health").toURL().openConnection();
      assertThat(other.getResponseCode()).isEqualTo(404);
    }
  }

  @Test
  void countsAnalysesByTheirVerdict() {
    server.ask("{\"text\":\"Vatten, mjölk\"}");
    server.ask("{\"text\":\"Havre, honung\"}");
    server.ask("{\"text\":\"Vatten\"}");
    server.ask("{");
    String scraped = scrape();
    assertThat(value(scraped, "koalens_analyses_total{status=\"non-vegan\"}")).isEqualTo(2);
    assertThat(value(scraped, "koalens_analyses_total{status=\"vegan\"}")).isEqualTo(1);
  }

  @Test
  void countsRequestsByRouteAndStatusWithTheirTime() {
    server.ask("{\"text\":\"Vatten\"}");
    server.ask("{");
    server.get("/ingredients/milk");
    server.get("/ingredients/whey");
    String scraped = scrape();
    String counted = "http_server_request_duration_seconds_count{http_request_method=";
    assertThat(
            value(
                scraped,
                counted
                    + "\"POST\",http_response_status_code=\"200\",http_route=\"/analyze-text\"}"))
        .isEqualTo(1);
    assertThat(
            value(
                scraped,
                counted
                    + "\"POST\",http_response_status_code=\"400\",http_route=\"/analyze-text\"}"))
        .isEqualTo(1);
    assertThat(
            value(
                scraped,
                counted
                    + "\"GET\",http_response_status_code=\"200\",http_route=\"/ingredients/{id}\"}"))
        .isEqualTo(2);
    assertThat(scraped)
        .contains("http_server_request_duration_seconds_bucket{")
        .contains("le=\"0.05\"");
  }

  @Test
  void holdsNothingThatAPersonTyped() {
    server.ask("{\"text\":\"blixtragurium\",\"userId\":\"blixtragurium\"}");
    server.get("/blixtragurium?q=blixtragurium");
    server.get("/ingredients/blixtragurium");
    server.method("BLIXTRAGURIUM", "/health");
    assertThat(scrape())
        .doesNotContainIgnoringCase("blixtragurium")
        .contains("http_request_method=\"other\"");
  }

  @Test
  void showsWhatIsGoingOn() {
    String scraped = scrape();
    assertThat(value(scraped, "koalens_ledger_waiting ")).isZero();
    assertThat(value(scraped, "http_server_requests_active ")).isZero();
    assertThat(scraped).contains("jvm_memory_used_bytes").contains("process_uptime_seconds");
  }
}
