package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody sends who wants the server to do what it should not.
class HardeningTest {
  private static final int ATTEMPTS = 20;

  private static TestServer server;
  private static byte[] bomb = {};

  @BeforeAll
  static void start() throws IOException {
    bomb = bomb();
    server = TestServer.start("APP_ENV=production");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] bomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write("{\"text\":\"".getBytes(StandardCharsets.US_ASCII));
      var spaces = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        packed.write(spaces);
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "gzip, gzip", "x-unknown"})
  void unpacksNoBodySoThatABombStaysSmall(String encoding) {
    assertThat(bomb).hasSizeLessThan(1 << 20);
    for (String path : List.of("/analyze-text", "/analyze-image", "/reports")) {
      HttpResponse<String> response = refused(path, encoding);
      assertThat(response.statusCode()).isEqualTo(415);
      assertThat(TestServer.json(response).get("detail").asString()).contains("not packed");
    }
  }

  // The server refuses by the head and closes; where the body is still on its way, the answer may
  // be
  // lost with the connection.
  private static HttpResponse<String> refused(String path, String encoding) {
    var lost = new ArrayList<UncheckedIOException>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return server.send(
            server
                .request(path, "Content-Type", "application/json", "Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(bomb)));
      } catch (UncheckedIOException e) {
        lost.add(e);
      }
    }
    throw new AssertionError("never answered", lost.getLast());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ingredients/a%0d%0aSet-Cookie:%20planted=1",
        "/ingredients?q=a%0d%0aSet-Cookie:%20planted=1",
        "/additives/%0aSet-Cookie:planted=1",
        "/api/counters/a%0d%0aSet-Cookie:planted/b",
        "/nowhere%0d%0aSet-Cookie:%20planted=1"
      })
  void letsNobodyWriteAHeaderOfTheAnswer(String path) {
    HttpResponse<String> response = server.get(path);
    assertThat(response.statusCode()).isIn(200, 400, 404, 422);
    assertThat(response.headers().map().keySet()).doesNotContain("set-cookie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Request-Id: planted%0d%0aSet-Cookie: a=b",
        "X-Request-Id: <script>planted</script>",
        "X-Request-Id: \u001b[31mplanted",
        "Origin: https://planted.example",
        "Host: planted.example",
        "X-Forwarded-Host: planted.example",
        "Accept-Language: planted;q=0.9"
      })
  void givesNoHeaderBackAsItCame(String header) {
    String head = "GET /ingredients HTTP/1.1\r\nHost: here\r\nConnection: close\r\n";
    String answer = server.raw(head + header + "\r\n\r\n");
    assertThat(answer.substring(0, Math.max(answer.indexOf("\r\n\r\n"), 0)))
        .startsWith("HTTP/1.1 ")
        .doesNotContain("planted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/debug",
        "/actuator",
        "/actuator/env",
        "/env",
        "/heapdump",
        "/threaddump",
        "/observe",
        "/observe/health",
        "/console",
        "/h2-console",
        "/.env",
        "/.git/config",
        "/swagger-ui",
        "/server-status",
        "/jolokia",
        "/pprof"
      })
  void hasNoRouteForDebugging(String path) {
    assertThat(server.get(path).statusCode()).isEqualTo(404);
    assertThat(server.method("POST", path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "PUT", "PATCH", "PROPFIND"})
  void takesNoMethodThatNoRouteNames(String method) {
    String answer =
        server.raw(method + " /analyze-text HTTP/1.1\r\nHost: x\r\nX-Secret: planted\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("planted");
  }

  @ParameterizedTest
  @CsvSource({"development,false", "staging,true", "production,true"})
  void keepsBrowsersOnHttpsWhereverItStandsBehindIt(String environment, boolean kept) {
    try (TestServer one = TestServer.start("APP_ENV=" + environment)) {
      assertThat(one.get("/health").headers().firstValue("Strict-Transport-Security").isPresent())
          .isEqualTo(kept);
    }
  }

  @Test
  void saysWithEveryAnswerHowBrowsersShallTreatIt() {
    for (String path : List.of("/", "/health", "/ingredients", "/nowhere", "/metrics")) {
      HttpResponse<String> response = server.get(path);
      for (String header :
          List.of(
              "Content-Security-Policy",
              "Strict-Transport-Security",
              "X-Content-Type-Options",
              "X-Frame-Options",
              "Referrer-Policy",
              "Permissions-Policy")) {
        assertThat(response.headers().firstValue(header)).as(path + " " + header).isPresent();
      }
      assertThat(response.headers().firstValue("Server")).isEmpty();
    }
  }
}
