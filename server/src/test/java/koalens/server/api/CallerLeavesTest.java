package koalens.server.api;

import static koalens.server.TestServer.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import koalens.emulator.Emulator;
import koalens.emulator.Provider;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;
import koalens.emulator.scenario.VeganStatus;
import koalens.emulator.scenario.WireFault;
import koalens.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A provider is not waited for, nor asked again, when the caller is gone.
class CallerLeavesTest {
  @TempDir private Path folder = Path.of(".");

  private final Emulator gemini =
      Emulator.start(
          Provider.GEMINI,
          Scenario.of(1).withTruth(Truth.of(Map.of("blixtragurium", VeganStatus.VEGAN), 0)),
          0);

  @AfterEach
  void stop() {
    gemini.close();
  }

  private TestServer server() {
    return server("AI_PICTURES=unsure");
  }

  private TestServer server(String setting) {
    return TestServer.start(
        setting,
        "LOG_LEVEL=info",
        "AI_DEADLINE_MS=60000",
        "LOG_DIR=" + folder,
        "GEMINI_API_KEY=key-for-emulators",
        "GEMINI_BASE_URL=" + gemini.baseUrl());
  }

  private static byte[] request(String text, String connection) {
    return request("/analyze-text", "{\"text\":" + quoted(text) + "}", connection);
  }

  private static byte[] request(String path, String body, String connection) {
    return """
    POST %s HTTP/1.1\r
    Host: localhost\r
    Connection: %s\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(path, connection, body.length(), body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void endsTheCallAndMakesNoOther() throws Exception {
    gemini.failNext(WireFault.HANG);
    try (TestServer server = server()) {
      try (Socket socket = server.connect()) {
        socket.getOutputStream().write(request("vatten, blixtragurium", "keep-alive"));
        awaitLogged("Using provider");
      }
      awaitLogged("AI Response");
      JsonNode response = logged("AI Response").getFirst();
      assertThat(response.path("error.type").asString()).isEqualTo("cancelled");
      assertThat(response.path("status").asString()).isEqualTo("engine");
      awaitLogged("AI Request");
    }
    List<JsonNode> attempts = logged("AI Request");
    assertThat(attempts).hasSize(1);
    assertThat(attempts.getFirst().path("status").asString()).isEqualTo("cancelled");
    assertThat(gemini.served()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void endsTheLookAtAPhotoAndKeepsNoAnswer() throws Exception {
    gemini.failNext(WireFault.HANG);
    byte[] photo = SentMedium.photo("Ingredienser: vatten,", "blixtragurium, salt.");
    String body = "{\"image\":\"" + Base64.getEncoder().encodeToString(photo) + "\"}";
    try (TestServer server = server("AI_PICTURES=always")) {
      try (Socket socket = server.connect()) {
        byte[] request = request("/analyze-image", body, "keep-alive\r\nAccept: text/event-stream");
        socket.getOutputStream().write(request);
        awaitLine(socket, "\"step\":\"judging\"");
      }
      awaitLogged("AI Response");
      awaitLogged("AI Request");
      assertThat(server.get("/metrics").body())
          .doesNotContain("koalens_analyses_total{status=\"unknown\"} 1.0");
    }
    assertThat(logged("AI Request"))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line.path("status").asString()).isEqualTo("cancelled"));
    JsonNode response = logged("AI Response").getFirst();
    assertThat(response.path("error.type").asString()).isEqualTo("cancelled");
    assertThat(response.path("asked").asInt()).isZero();
  }

  private static void awaitLine(Socket socket, String part) throws IOException {
    var lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); !line.contains(part); line = lines.readLine()) {}
  }

  @Test
  void aCallerThatSendsOnMeanwhileIsStillThere() throws Exception {
    try (TestServer server = server();
        Socket socket = server.connect()) {
      for (int i = 0; i < 4; i++) {
        socket
            .getOutputStream()
            .write(request("vatten, blixtragurium" + "x".repeat(i), "keep-alive"));
      }
      socket.getOutputStream().write(request("vatten, flurbanium", "close"));
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(6);
    }
    assertThat(logged("AI Response")).hasSize(5).noneMatch(line -> line.has("error.type"));
  }

  private void awaitLogged(String message) throws IOException, InterruptedException {
    while (logged(message).isEmpty()) {
      Thread.sleep(50);
    }
  }

  private List<JsonNode> logged(String message) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("combined.log"))) {
      return lines
          .map(TestServer::json)
          .filter(line -> line.path("msg").asString().equals(message))
          .toList();
    }
  }
}
