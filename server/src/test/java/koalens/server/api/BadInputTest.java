package koalens.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static koalens.server.TestServer.json;
import static koalens.server.TestServer.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BadInputTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void stillAnswers() {
    assertThat(server.get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(server.ask("{\"text\":\"Vatten\"}").statusCode()).isEqualTo(200);
  }

  private static JsonNode problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(response.headers().firstValue("X-Request-Id"))
        .hasValue(problem.get("requestId").asString());
    return problem;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"text\":",
        "{\"text\":\"Vatten\"",
        "{\"text\":\"Vatten\"} {}",
        "{text:'Vatten'}",
        "mjölk",
        "{\"text\":\"a\u0000b\"}",
        "\u0000\u0000\u0000",
        "[1,2",
        "{\"ingredients\":[\"Vatten\",]}"
      })
  void refusesWhatIsNoJson(String body) {
    for (String path : List.of("/analyze-text", "/analyze-image", "/analyze-video")) {
      JsonNode problem = problem(post(path, body), 400);
      assertThat(problem.get("detail").asString()).doesNotContain("mjölk");
    }
  }

  private static HttpResponse<String> post(String path, String body) {
    return server.send(
        server
            .request(path, "Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|body",
        "\"Vatten\"|body",
        "null|body",
        "{}|ingredients",
        "{\"text\":null}|ingredients",
        "{\"text\":\"\"}|text",
        "{\"text\":\" \\n\\t\\u00a0\"}|text",
        "{\"text\":\"\\u0000\"}|text",
        "{\"text\":\"\\u202e\\u200b\\ufeff\"}|text",
        "{\"text\":17}|text",
        "{\"text\":[\"Vatten\"]}|text",
        "{\"text\":{\"a\":1}}|text",
        "{\"text\":true}|text",
        "{\"ingredients\":[]}|ingredients",
        "{\"ingredients\":[\"\",\" \"]}|ingredients",
        "{\"ingredients\":\"Vatten\"}|ingredients",
        "{\"ingredients\":{\"a\":1}}|ingredients",
        "{\"ingredients\":[\"Vatten\",7]}|ingredients[1]",
        "{\"ingredients\":[null]}|ingredients[0]",
        "{\"ingredients\":[[\"Vatten\"]]}|ingredients[0]",
        "{\"ingredients\":[\"Vatten\"],\"text\":\"Vatten\"}|text",
        "{\"text\":\"Vatten\",\"userId\":7}|userId",
        "{\"text\":\"Vatten\",\"userId\":\"\"}|userId",
        "{\"text\":\"Vatten\",\"userId\":\"a\\u0007b\"}|userId",
        "{\"text\":\"Vatten\",\"language\":[]}|language",
        "{\"text\":\"Vatten\",\"language\":\"zz\"}|language",
        "{\"text\":\"Vatten\",\"language\":\"\"}|language",
        "{\"text\":\"Vatten\",\"provider\":1}|provider",
        "{\"text\":\"Vatten\",\"provider\":\"gemini\"}|provider",
        "{\"text\":\"Vatten\",\"provider\":\"claude\"}|provider",
        "{\"text\":\"Vatten\",\"provider\":\"oracle\"}|provider"
      })
  void namesTheFieldThatCannotBeUsed(String body, String field) {
    JsonNode problem = problem(server.ask(body), 422);
    assertThat(problem.get("field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|body",
        "\"Vatten\"|body",
        "null|body",
        "{}|image",
        "{\"image\":null}|image",
        "{\"image\":7}|image",
        "{\"image\":[\"AAAA\"]}|image",
        "{\"image\":\"\"}|image",
        "{\"image\":\"å\"}|image",
        "{\"image\":\"data:image/png,AAAA\"}|image",
        "{\"image\":\"AAAA\",\"userId\":7}|userId",
        "{\"image\":\"AAAA\",\"userId\":\"\"}|userId",
        "{\"image\":\"AAAA\",\"userId\":\"a\\u0007b\"}|userId",
        "{\"image\":\"AAAA\",\"language\":5}|language",
        "{\"image\":\"AAAA\",\"language\":\"zz\"}|language",
        "{\"image\":\"AAAA\",\"language\":\"\"}|language",
        "{\"image\":\"AAAA\",\"policy\":true}|policy",
        "{\"image\":\"AAAA\",\"policy\":\"lax\"}|policy",
        "{\"image\":\"AAAA\",\"provider\":1}|provider",
        "{\"image\":\"AAAA\",\"provider\":\"oracle\"}|provider"
      })
  void namesTheFieldOfAPhotoOrFilmThatCannotBeUsed(String body, String field) {
    JsonNode photo = problem(post("/analyze-image", body), 422);
    assertThat(photo.get("field").asString()).isEqualTo(field);
    JsonNode film = problem(post("/analyze-video", body.replace("image\":", "base64Data\":")), 422);
    assertThat(film.get("field").asString()).isEqualTo(field.replace("image", "base64Data"));
  }

  @Test
  void refusesInvalidUtf8() {
    byte[] body = "{\"text\":\"Mj?lk\"}".getBytes(UTF_8);
    body[11] = (byte) 0xF6;
    problem(server.ask(body), 400);
  }

  @Test
  void passesOverAByteOrderMark() {
    assertThat(server.ask("\uFEFF{\"text\":\"Vatten\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesTenMegabytesOfText() {
    problem(server.ask("{\"text\":\"" + "mjölk, ".repeat(1_300_000) + "\"}"), 413);
  }

  @Test
  void refusesTenMegabytesInChunks() {
    byte[] body = ("{\"text\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(UTF_8);
    var request =
        server
            .request("/analyze-text", "Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    try {
      problem(server.send(request), 413);
    } catch (UncheckedIOException e) {
      assertThat(e).as("the connection may be cut while the body is on its way").isNotNull();
    }
  }

  @Test
  void refusesALongTextThatFitsTheBody() {
    JsonNode problem = problem(server.ask("{\"text\":\"" + "a ".repeat(20_000) + "\"}"), 422);
    assertThat(problem.get("field").asString()).isEqualTo("text");
  }

  @Test
  void refusesAHundredThousandIngredients() {
    String list = String.join(",", Collections.nCopies(100_000, "\"salt\""));
    JsonNode problem = problem(server.ask("{\"ingredients\":[" + list + "]}"), 422);
    assertThat(problem.get("field").asString()).isEqualTo("ingredients");
  }

  @Test
  void refusesTenThousandNestedArrays() {
    String body = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    problem(server.ask(body), 400);
    problem(server.ask("[".repeat(10_000)), 400);
  }

  @Test
  void judgesTenThousandNestedBrackets() {
    String label = "Socker " + "(".repeat(9_000) + "mjölk" + ")".repeat(9_000);
    HttpResponse<String> response = server.ask("{\"text\":" + quoted(label) + "}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).get("status").asString()).isNotEqualTo("vegan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "🥛🧀🍯",
        "Vatten, 🥛",
        "\u202Eklöjm ,nettaV",
        "V\u200Batten, mj\u200Bölk",
        "Rör om i grytan och servera med nybakat bröd. Hälsningar från köket!",
        "<script>alert(1)</script>",
        "'; drop table analysis; --",
        "%s%n%x ${jndi:ldap://x}",
        "\\ud800",
        "Vatten, mjölk\\udfff"
      })
  void givesAVerdictThatIsNeverGreenOnStrangeText(String text) {
    String string = text.contains("\\u") ? "\"" + text + "\"" : quoted(text);
    HttpResponse<String> response = server.ask("{\"text\":" + string + "}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(json(response).get("status").asString()).as(response.body()).isNotEqualTo("vegan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
        "nonsense"
      })
  void refusesAnotherContentType(String type) {
    var request =
        server
            .request("/analyze-text", "Content-Type", type)
            .POST(BodyPublishers.ofString("{\"text\":\"Vatten\"}"));
    problem(server.send(request), 415);
  }

  @Test
  void refusesABodyWithoutContentType() {
    var request = server.request("/analyze-text").POST(BodyPublishers.ofString("{}"));
    problem(server.send(request), 415);
  }

  @Test
  void refusesABodyCutInTheMiddle() {
    String answer =
        server.raw(
            "POST /analyze-text HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100\r\n\r\n{\"text\":\"Vat");
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
  }

  @Test
  void refusesAChunkedBodyCutInTheMiddle() {
    String answer =
        server.raw(
            "POST /analyze-text HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"text\":\"Vat");
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /analyze-text HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "POST /analyze-text HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
        "GET /ingredients?q=%ff%zz HTTP/1.1\r\nHost: x\r\n\r\n"
      })
  void answersWhatIsNoHttpWithAProblem(String bytes) {
    String answer = server.raw(bytes);
    assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|505) .*");
    assertThat(answer).contains("\"requestId\"");
  }

  @Test
  void refusesAHeadThatIsTooLarge() {
    String answer =
        server.raw("GET /health HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(40_000) + "\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4");
  }

  @Test
  void callsAPageOfProseUnknown() {
    String prose =
        "Vår historia började 1898 i en liten by vid havet, där farmor Elsa bakade för hela"
            + " grannskapet. Än i dag följer vi hennes handskrivna anteckningar. Besök oss gärna på"
            + " webben, där vi berättar mer om gårdarna, om våra medarbetare och om vägen från fält"
            + " till bord. Tack för att du väljer oss! ";
    JsonNode answer = json(server.ask("{\"text\":" + quoted(prose.repeat(8)) + "}"));
    assertThat(answer.get("status").asString()).as(answer.toString()).isEqualTo("unknown");
    assertThat(answer.get("isVegan").isNull()).isTrue();
  }

  @Test
  void answersGoodRequestsWhileBadOnesRain() throws Exception {
    List<byte[]> bad =
        List.of(
            ("{\"text\":\"" + "mjölk, ".repeat(1_300_000) + "\"}").getBytes(UTF_8),
            ("{\"ingredients\":[" + "\"salt\",".repeat(99_999) + "\"salt\"]}").getBytes(UTF_8),
            ("{\"a\":" + "[".repeat(10_000) + "}").getBytes(UTF_8),
            ("{\"text\":\"Socker " + "(".repeat(9_000) + "mjölk\"}").getBytes(UTF_8),
            ("{\"text\":\"" + "xq ".repeat(6_600) + "\"}").getBytes(UTF_8),
            new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0},
            new byte[0]);
    var raining = new AtomicBoolean(true);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var drops = bad.stream().map(body -> threads.submit(() -> rain(body, raining))).toList();
      long slowest = 0;
      for (int i = 0; i < 50; i++) {
        long began = System.nanoTime();
        HttpResponse<String> good = server.ask("{\"text\":\"Vatten, mjölk\"}");
        slowest = Math.max(slowest, System.nanoTime() - began);
        assertThat(json(good).get("status").asString()).isEqualTo("non-vegan");
      }
      raining.set(false);
      for (Future<Boolean> drop : drops) {
        assertThat(drop.get()).isTrue();
      }
      assertThat(slowest / 1e9).as("seconds to the slowest good answer").isLessThan(5);
    }
  }

  private static boolean rain(byte[] body, AtomicBoolean raining) {
    while (raining.get()) {
      assertThat(server.ask(body).statusCode()).isIn(200, 400, 413, 422);
    }
    return true;
  }
}
