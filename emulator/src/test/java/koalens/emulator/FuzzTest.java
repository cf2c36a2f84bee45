package koalens.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import koalens.emulator.scenario.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Foreign bytes: whatever comes, the emulator answers, and lives.
class FuzzTest {
  private static final int REQUESTS = 1500;
  private static final List<String> BODIES =
      List.of(
          """
          {"model":"claude-haiku-5-5","max_tokens":100,"stream":true,"system":[{"type":"text","text":"a"}],
          "messages":[{"role":"user","content":[{"type":"text","text":"[\\"Vassle\\",{\\"name\\":\\"Ägg\\"}]"},
          {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]}],
          "output_config":{"format":{"type":"json_schema","schema":{"type":"object","properties":
          {"a":{"$ref":"#/$defs/x"}},"$defs":{"x":{"type":"array","items":{"enum":["vegan"]},"minItems":1}},
          "additionalProperties":false}}}}
          """,
          """
          {"contents":[{"role":"user","parts":[{"text":"- Vassle\\n- Ägg"},{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}],
          "systemInstruction":{"parts":[{"text":"a"}]},"generationConfig":{"responseMimeType":"application/json",
          "responseJsonSchema":{"type":"object","properties":{"a":{"anyOf":[{"type":"array","items":{"type":"object",
          "properties":{"name":{"type":"string"},"status":{"enum":["vegan","unknown"]}}}}]},"n":{"type":"integer",
          "minimum":5,"maximum":2}}},"thinkingConfig":{"thinkingLevel":"LOW"},"maxOutputTokens":3}}
          """);
  private static final List<String> PATHS =
      List.of(
          "/v1/messages",
          "/v1/messages/count_tokens",
          "/v1beta/models/gemini-3.8-flash:generateContent",
          "/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse",
          "/v1/models/gemini-3.8-flash:countTokens",
          "/upload/v1beta/files?upload_id=%00");

  private final SplittableRandom random = new SplittableRandom(20_261_127);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Emulator claude = Emulator.start(Provider.ANTHROPIC, Scenario.of(1), 0);
  private final Emulator gemini = Emulator.start(Provider.GEMINI, Scenario.of(1), 0);

  @AfterEach
  void stop() {
    http.close();
    claude.close();
    gemini.close();
  }

  private byte[] mutated(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    for (int i = random.nextInt(8); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]\":,0-e\\".charAt(random.nextInt(11));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> {
          int length = random.nextInt(bytes.length - at);
          System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length), length);
        }
      }
    }
    return bytes;
  }

  @Test
  void everyBodyIsAnswered() throws IOException, InterruptedException {
    for (int i = 0; i < REQUESTS; i++) {
      String path = PATHS.get(random.nextInt(PATHS.size()));
      Emulator emulator = random.nextBoolean() ? claude : gemini;
      byte[] body = mutated(BODIES.get(random.nextInt(BODIES.size())));
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
                  .header("Content-Type", "application/json")
                  .header("x-api-key", "key")
                  .header("x-goog-api-key", "key")
                  .header("anthropic-version", "2023-06-01")
                  .header(
                      "x-goog-upload-command", random.nextBoolean() ? "start" : "upload, finalize")
                  .header("x-goog-upload-offset", random.nextBoolean() ? "0" : "x")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(new String(body, UTF_8)).isLessThan(500);
      assertThat(answer.headers().firstValue(Emulator.ANNOUNCEMENT))
          .as(path + " " + new String(body, UTF_8))
          .isPresent();
    }
  }

  @Test
  void bytesThatAreNoHttpDoNoHarm() throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      byte[] bytes = new byte[1 + random.nextInt(400)];
      random.nextBytes(bytes);
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), claude.port())) {
        socket.setSoTimeout(5000);
        socket.getOutputStream().write(bytes);
        socket.shutdownOutput();
        drain(socket.getInputStream());
      }
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(claude.baseUrl() + "/v1/models"))
                .header("x-api-key", "key")
                .header("anthropic-version", "2023-06-01")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static void drain(InputStream stream) {
    try {
      stream.readAllBytes();
    } catch (IOException e) {
      // Closed or reset: it was no HTTP.
    }
  }
}
