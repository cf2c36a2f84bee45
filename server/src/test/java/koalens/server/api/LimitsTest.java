package koalens.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static koalens.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import koalens.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  private static final String HALF =
      "POST /analyze-text HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
          + "Content-Length: 17\r\n\r\n{\"text\":";
  private static final String OTHER_HALF = "\"Vatten\"}";

  private static Socket begun(TestServer server) throws IOException {
    Socket socket = server.connect();
    socket.getOutputStream().write(HALF.getBytes(UTF_8));
    return socket;
  }

  private static String firstLine(Socket socket) throws IOException {
    var line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c >= ' '; c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static void awaitActive(TestServer server, int requests) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!server.get("/metrics").body().contains("requests_active " + requests + ".0")) {
      assertThat(System.nanoTime()).as("not %d active", requests).isLessThan(until);
      Thread.sleep(20);
    }
  }

  @Test
  void sendsMoreRequestsAwayThanItAnswersAtOnceButNeverTheHealthCheck() throws Exception {
    try (TestServer server = TestServer.start("MAX_CONCURRENT_REQUESTS=2");
        Socket first = begun(server);
        Socket second = begun(server)) {
      awaitActive(server, 2);
      HttpResponse<String> third = server.ask("{\"text\":\"Vatten\"}");
      assertThat(third.statusCode()).isEqualTo(503);
      assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(json(third).get("type").asString()).isEqualTo("/docs#problem-overloaded");
      HttpResponse<String> published = server.get("/api/counters/somebody/analysis_count");
      assertThat(published.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(json(published).get("error").asString()).isEqualTo("OVERLOADED");
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
      assertThat(server.get("/ready").statusCode()).isEqualTo(200);
      for (Socket socket : new Socket[] {first, second}) {
        socket.getOutputStream().write(OTHER_HALF.getBytes(UTF_8));
        assertThat(firstLine(socket)).startsWith("HTTP/1.1 200");
      }
      assertThat(server.ask("{\"text\":\"Vatten\"}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void keepsNoPlaceForWhoDoesNotTakeTheAnswer() throws Exception {
    try (TestServer server =
            TestServer.start(
                "MAX_CONCURRENT_REQUESTS=2", "REQUEST_TIMEOUT_MS=3000", "ANALYSES_PER_MONTH=1000");
        Socket first = server.connect();
        Socket second = server.connect()) {
      String token = json(server.method("POST", "/devices")).get("token").asString();
      String label = "{\"text\":\"" + "vatten, ".repeat(1_900) + "salt\"}";
      for (int i = 0; i < 40; i++) {
        HttpResponse<String> kept = server.ask(label, "Authorization", "Bearer " + token);
        assertThat(kept.statusCode()).isEqualTo(200);
      }
      String export =
          "GET /me/export HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
      for (Socket socket : new Socket[] {first, second}) {
        socket.getOutputStream().write(export.getBytes(UTF_8));
        assertThat(firstLine(socket)).startsWith("HTTP/1.1 200");
      }
      awaitActive(server, 0);
      assertThat(server.get("/metrics").body()).contains("http_response_status_code=\"499\"");
      assertThat(server.ask("{\"text\":\"Vatten\"}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void takesNoMoreOfPhotosIntoMemoryThanItIsToldAndStillAnswersTexts() throws Exception {
    byte[] photo = SentMedium.photo("Ingredienser: vatten,", "mjölk.");
    String body =
        "{\"image\":\"%s\"}".formatted(Base64.getEncoder().encodeToString(photo))
            + " ".repeat(100_000);
    String head =
        "POST /analyze-image HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n";
    int half = body.length() / 2;
    try (TestServer server =
            TestServer.start(
                "MEDIA_SILENCE_MS=300000",
                "MAX_MEDIA_BYTES=150000",
                "MAX_HELD_MEDIA_BYTES=" + 2 * body.length());
        Socket first = server.connect();
        Socket second = server.connect();
        Socket third = server.connect()) {
      for (Socket socket : new Socket[] {first, second}) {
        socket.setSoTimeout(240_000);
        socket.getOutputStream().write((head + body.substring(0, half)).getBytes(UTF_8));
      }
      awaitActive(server, 2);
      third.getOutputStream().write(head.getBytes(UTF_8));
      assertThat(firstLine(third)).startsWith("HTTP/1.1 503");
      assertThat(server.ask("{\"text\":\"Vatten\"}").statusCode()).isEqualTo(200);
      for (Socket socket : new Socket[] {first, second}) {
        socket.getOutputStream().write(body.substring(half).getBytes(UTF_8));
        assertThat(firstLine(socket)).startsWith("HTTP/1.1 200");
      }
      awaitActive(server, 0);
      HttpResponse<String> later =
          server.send(
              server
                  .request("/analyze-image", "Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body)));
      assertThat(json(later).get("status").asString()).isEqualTo("non-vegan");
    }
  }

  @Test
  void waitsForABodyNoLongerThanItIsTold() throws Exception {
    try (TestServer server = TestServer.start("REQUEST_TIMEOUT_MS=300");
        Socket socket = begun(server)) {
      long began = System.nanoTime();
      assertThat(firstLine(socket)).isEmpty();
      assertThat((System.nanoTime() - began) / 1e9).isLessThan(10);
      awaitActive(server, 0);
      assertThat(server.ask("{\"text\":\"Vatten\"}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void waitsForABodyThatTricklesNoLongerThanItIsTold() throws Exception {
    try (TestServer server = TestServer.start("REQUEST_TIMEOUT_MS=500");
        Socket socket = server.connect()) {
      socket
          .getOutputStream()
          .write(HALF.replace("Content-Length: 17", "Content-Length: 9000").getBytes(UTF_8));
      for (int i = 0; i < 40 && socket.getInputStream().available() == 0; i++) {
        Thread.sleep(50);
        trickle(socket);
      }
      awaitActive(server, 0);
      assertThat(server.get("/metrics").body()).contains("http_response_status_code=\"408\"");
    }
  }

  private static void trickle(Socket socket) {
    try {
      socket.getOutputStream().write(' ');
    } catch (IOException e) {
      // The server has closed the connection.
    }
  }

  @Test
  void closesTheConnectionWhenTheCallerWantsIt() throws IOException {
    try (TestServer server = TestServer.start();
        Socket socket = server.connect()) {
      socket
          .getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
      socket.setSoTimeout(5_000);
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("Connection: close");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MAX_TEXT_CHARACTERS=10|{\"text\":\"Vatten, salt\"}|422",
        "MAX_TEXT_CHARACTERS=10|{\"text\":\"Vatten\"}|200",
        "MAX_TEXT_CHARACTERS=10|{\"ingredients\":[\"Vatten, salt\"]}|422",
        "MAX_INGREDIENTS=2|{\"ingredients\":[\"Vatten\",\"salt\",\"socker\"]}|422",
        "MAX_INGREDIENTS=2|{\"ingredients\":[\"Vatten\",\"salt\"]}|200"
      })
  void refusesMoreThanTheSettingsAllow(String setting, String body, int status) {
    try (TestServer server = TestServer.start(setting)) {
      assertThat(server.ask(body).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void neverCallsVeganWhatALimitCut() {
    try (TestServer server = TestServer.start("MAX_INGREDIENTS=2", "MAX_DEPTH=1")) {
      HttpResponse<String> cut = server.ask("{\"text\":\"Vatten, salt, socker, havre\"}");
      assertThat(json(cut).get("truncated").asBoolean()).isTrue();
      assertThat(json(cut).get("isVegan").isNull()).isTrue();
    }
  }

  @Test
  void refusesABodyThatIsOneByteTooLarge() {
    try (TestServer server = TestServer.start("MAX_BODY_BYTES=1024")) {
      String fitting = "{\"text\":\"Vatten\"" + " ".repeat(1024 - 17) + "}";
      assertThat(server.ask(fitting).statusCode()).isEqualTo(200);
      assertThat(server.ask(fitting + " ").statusCode()).isEqualTo(413);
    }
  }

  @Test
  void goesOnAfterMoreConnectionsThanItTakes() throws Exception {
    try (TestServer server = TestServer.start("MAX_CONNECTIONS=4")) {
      var sockets = new ArrayList<Socket>();
      for (int i = 0; i < 20; i++) {
        sockets.add(server.connect());
      }
      for (Socket socket : sockets) {
        socket.close();
      }
      assertThat(server.ask("{\"text\":\"Vatten\"}").statusCode()).isEqualTo(200);
    }
  }
}
