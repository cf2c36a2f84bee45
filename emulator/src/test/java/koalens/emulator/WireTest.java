package koalens.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Extremes;
import koalens.emulator.scenario.Latency;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.WireFault;
import koalens.emulator.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// The bytes that the emulated providers send, without a client that smooths them.
class WireTest {
  private static final String MESSAGE =
      "{\"model\":\"claude-haiku-5-5\",\"max_tokens\":100,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
  private static final String CONTENT = "{\"contents\":[{\"parts\":[{\"text\":\"Hi\"}]}]}";
  private static final String GENERATE = "/v1beta/models/gemini-3.8-flash:generateContent";
  private static final Extremes SHORT =
      new Extremes(Duration.ofSeconds(3), Duration.ofMillis(1), 3_000_000);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Emulator claude =
      Emulator.start(Provider.ANTHROPIC, Scenario.of(1).withExtremes(SHORT), 0);
  private final Emulator gemini =
      Emulator.start(Provider.GEMINI, Scenario.of(1).withExtremes(SHORT), 0);

  @AfterEach
  void stop() {
    http.close();
    claude.close();
    gemini.close();
  }

  private HttpRequest.Builder post(String url, String body) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private HttpRequest claudeRequest(String body) {
    return post(claude.baseUrl() + "/v1/messages", body)
        .header("x-api-key", "key")
        .header("anthropic-version", "2023-06-01")
        .build();
  }

  private HttpRequest geminiRequest(String path, String body) {
    return post(gemini.baseUrl() + path, body).header("x-goog-api-key", "key").build();
  }

  private static JsonNode json(String text) {
    return Json.read(text).orElseThrow(() -> new AssertionError("no JSON: " + text));
  }

  @Test
  void everyAnswerAnnouncesTheEmulator() throws Exception {
    List<HttpResponse<String>> answers =
        List.of(
            send(claudeRequest(MESSAGE)),
            send(claudeRequest("nonsense")),
            send(geminiRequest(GENERATE, CONTENT)),
            send(geminiRequest("/nowhere", CONTENT)));
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(answer.headers().firstValue(Emulator.ANNOUNCEMENT)).isPresent());
    assertThat(answers.get(0).body()).contains("\"id\":\"msg_emulated_");
    assertThat(answers.get(2).body()).contains("\"responseId\":\"emulated-");
  }

  @Test
  void claudeSendsRateLimitsAndARequestIdWithEveryAnswer() throws Exception {
    for (String body : List.of(MESSAGE, "{}")) {
      HttpResponse<String> answer = send(claudeRequest(body));
      assertThat(answer.headers().firstValue("request-id").orElse("")).startsWith("req_");
      for (String kind : List.of("requests", "tokens", "input-tokens", "output-tokens")) {
        assertThat(answer.headers().map())
            .containsKeys(
                "anthropic-ratelimit-" + kind + "-limit",
                "anthropic-ratelimit-" + kind + "-remaining",
                "anthropic-ratelimit-" + kind + "-reset");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMITED,429,rate_limit_error",
    "RATE_LIMITED_WITHOUT_HINT,429,rate_limit_error",
    "SPEND_LIMIT,429,rate_limit_error",
    "OUT_OF_CREDIT,402,billing_error",
    "INVALID_REQUEST,400,invalid_request_error",
    "INVALID_KEY,401,authentication_error",
    "FORBIDDEN,403,permission_error",
    "NOT_FOUND,404,not_found_error",
    "CONFLICT,409,conflict_error",
    "INTERNAL,500,api_error",
    "OVERLOADED,529,overloaded_error",
    "TIMED_OUT,504,timeout_error"
  })
  void claudeNamesTheErrorAndRepeatsTheRequestId(ErrorFault fault, int status, String type)
      throws Exception {
    claude.failNext(fault);
    HttpResponse<String> answer = send(claudeRequest(MESSAGE));
    JsonNode body = json(answer.body());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(body.path("type").asString()).isEqualTo("error");
    assertThat(body.path("error").path("type").asString()).isEqualTo(type);
    assertThat(answer.headers().firstValue("request-id"))
        .contains(body.path("request_id").asString());
  }

  @Test
  void theEdgeBeforeClaudeAnswersInPlainText() throws Exception {
    claude.failNext(ErrorFault.TOO_LARGE);
    HttpResponse<String> answer = send(claudeRequest(MESSAGE));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("Request Entity Too Large");
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMITED,429,RESOURCE_EXHAUSTED",
    "DAILY_QUOTA,429,RESOURCE_EXHAUSTED",
    "OUT_OF_CREDIT,402,RESOURCE_EXHAUSTED",
    "INVALID_REQUEST,400,INVALID_ARGUMENT",
    "INVALID_KEY,400,INVALID_ARGUMENT",
    "FORBIDDEN,403,PERMISSION_DENIED",
    "NOT_FOUND,404,NOT_FOUND",
    "CANCELLED,499,CANCELLED",
    "INTERNAL,500,INTERNAL",
    "OVERLOADED,503,UNAVAILABLE",
    "TIMED_OUT,504,DEADLINE_EXCEEDED"
  })
  void geminiNamesTheErrorInItsShape(ErrorFault fault, int status, String name) throws Exception {
    gemini.failNext(fault);
    HttpResponse<String> answer = send(geminiRequest(GENERATE, CONTENT));
    JsonNode error = json(answer.body()).path("error");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(error.path("code").asInt()).isEqualTo(status);
    assertThat(error.path("status").asString()).isEqualTo(name);
  }

  @Test
  void geminiSaysInTheBodyHowLongToWaitAndWhichQuotaIsUsedUp() throws Exception {
    gemini.failNext(ErrorFault.RATE_LIMITED, ErrorFault.DAILY_QUOTA);
    String minute = send(geminiRequest(GENERATE, CONTENT)).body();
    String day = send(geminiRequest(GENERATE, CONTENT)).body();
    assertThat(minute)
        .containsPattern("\"retryDelay\":\"\\d+\\.\\d{9}s\"")
        .contains("google.rpc.QuotaFailure", "google.rpc.Help", "PerMinute")
        .doesNotContain("PerDay");
    assertThat(day).contains("PerDay");
  }

  @Test
  void geminiWrapsErrorsOfAPlainStreamInAnArray() throws Exception {
    gemini.failNext(ErrorFault.OVERLOADED);
    String plain = "/v1beta/models/gemini-3.8-flash:streamGenerateContent";
    assertThat(send(geminiRequest(plain, CONTENT)).body()).startsWith("[{\"error\":");
    assertThat(json(send(geminiRequest(plain, CONTENT)).body()).isArray()).isTrue();
  }

  @Test
  void geminiKeepsTheDeadlineOfTheCaller() throws Exception {
    Scenario slow = Scenario.of(1).withLatency(new Latency.Fixed(Duration.ofSeconds(30)));
    try (Emulator emulator = Emulator.start(Provider.GEMINI, slow, 0)) {
      HttpResponse<String> answer =
          send(
              post(emulator.baseUrl() + GENERATE, CONTENT)
                  .header("x-goog-api-key", "key")
                  .header("X-Server-Timeout", "1")
                  .build());
      assertThat(answer.statusCode()).isEqualTo(504);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                   | model: Field required
          {"model":"claude-haiku-5-5","max_tokens":1}                          | messages: Field required
          {"model":"claude-haiku-5-5","messages":[]}                           | max_tokens: Field required
          {"model":"claude-haiku-5-5","max_tokens":1,"messages":[]}            | at least one message
          {"model":"claude-haiku-5-5","max_tokens":1,"messages":[],"colour":1} | colour: Extra inputs
          {"model":"m","max_tokens":1,"messages":[]}                           | model: m
          {"model":"claude-opus-5-5","max_tokens":1,"messages":[{"role":"user","content":"a"}],"tool_choice":{"type":"any"}} | tool_choice
          {"model":"claude-haiku-5-5","max_tokens":1,"messages":[{"role":"user","content":[{"type":"video"}]}]} | Input tag 'video'
          {"model":"claude-haiku-5-5","max_tokens":1,"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/tiff","data":"AA=="}}]}]} | media_type
          {"model":"claude-haiku-5-5","max_tokens":1,"messages":[{"role":"user","content":"a"}],"thinking":{"type":"disabled"}} | thinking
          {"model":"claude-haiku-5-5","max_tokens":1,"messages":[{"role":"user","content":"a"}],"output_config":{"format":{"type":"json_schema","schema":{"type":"object"}}}} | additionalProperties
          {"model":"claude-haiku-5-5","max_tokens":1,"messages":[{"role":"user","content":"a"}],"output_config":{"format":{"type":"json_schema","schema":{"type":"number","minimum":1}}}} | minimum
          """)
  void claudeTurnsBadRequestsAway(String body, String reason) throws Exception {
    HttpResponse<String> answer = send(claudeRequest(body));
    assertThat(answer.statusCode()).isBetween(400, 404);
    assertThat(json(answer.body()).path("error").path("message").asString()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                             | contents is not specified
          {"contents":[{"parts":[]}]}                                    | parts must not be empty
          {"contents":[{"role":"system","parts":[{"text":"a"}]}]}        | valid role
          {"contents":[{"parts":[{"text":"a"}]}],"colour":1}             | Unknown name "colour"
          {"contents":[{"parts":[{"inlineData":{"mimeType":"image/tiff","data":"AA=="}}]}]} | Unsupported MIME type
          {"contents":[{"parts":[{"fileData":{"mimeType":"video/mp4","fileUri":"x/files/none"}}]}]} | permission to access the File none
          {"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"responseJsonSchema":{"type":"object"}}} | response_mime_type
          {"contents":[{"parts":[{"text":"a"}]}],"generation_config":{"temperature":3}} | temperature
          """)
  void geminiTurnsBadRequestsAway(String body, String reason) throws Exception {
    HttpResponse<String> answer = send(geminiRequest(GENERATE, body));
    assertThat(answer.statusCode()).isBetween(400, 403);
    assertThat(json(answer.body()).path("error").path("message").asString()).contains(reason);
  }

  @Test
  void claudeTakesOneKeyNotTwo() throws Exception {
    HttpRequest both =
        post(claude.baseUrl() + "/v1/messages", MESSAGE)
            .header("x-api-key", "key")
            .header("Authorization", "Bearer token")
            .header("anthropic-version", "2023-06-01")
            .build();
    assertThat(send(both).statusCode()).isEqualTo(401);
  }

  @Test
  void tooLargeARequestIsTurnedAwayInEachShape() throws Exception {
    String large = " ".repeat(33 << 20);
    HttpResponse<String> ofClaude = send(claudeRequest(large));
    assertThat(ofClaude.statusCode()).isEqualTo(413);
    assertThat(ofClaude.body()).contains("request_too_large");
    HttpResponse<String> ofGemini = send(geminiRequest(GENERATE, large));
    assertThat(ofGemini.statusCode()).isEqualTo(400);
    assertThat(ofGemini.body()).contains("payload size exceeds");
  }

  @ParameterizedTest
  @EnumSource(WireFault.class)
  void noFaultOfTheWireEndsInTheRightAnswer(WireFault fault) throws Exception {
    String right = send(claudeRequest(MESSAGE)).body();
    claude.failNext(fault);
    Optional<HttpResponse<String>> answer = answer(claudeRequest(MESSAGE));
    String body = answer.map(HttpResponse::body).orElse("none");
    switch (fault) {
      case CONNECTION_RESET, CLOSED_WITHOUT_ANSWER, TRUNCATED_BODY, HANG, BROKEN_HEAD ->
          assertThat(answer).isEmpty();
      case SLOW_DRIP ->
          assertThat(body).hasSameSizeAs(right).contains("\"stop_reason\":\"end_turn\"");
      case WRONG_CONTENT_TYPE -> {
        assertThat(body).hasSameSizeAs(right);
        assertThat(answer.flatMap(one -> one.headers().firstValue("Content-Type")))
            .contains("text/html");
      }
      case EMPTY_BODY -> assertThat(body).isEmpty();
      case MALFORMED_JSON, INVALID_UTF8, DEEP_NESTING, HTML_PAGE ->
          assertThat(Json.read(body)).isEmpty();
      case OVERSIZED_BODY -> assertThat(body).hasSize(SHORT.oversizedBytes());
      case BAD_GATEWAY -> assertThat(answer.map(HttpResponse::statusCode)).contains(502);
      case REDIRECT -> assertThat(answer.map(HttpResponse::statusCode)).contains(302);
    }
    assertThat(send(claudeRequest(MESSAGE)).statusCode()).isEqualTo(200);
  }

  private Optional<HttpResponse<String>> answer(HttpRequest request) throws InterruptedException {
    try {
      return Optional.of(send(request));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Test
  void aHangOutlastsTheCaller() {
    claude.failNext(WireFault.HANG);
    HttpRequest hasty =
        HttpRequest.newBuilder(claudeRequest(MESSAGE), (_, _) -> true)
            .timeout(Duration.ofMillis(200))
            .build();
    assertThatThrownBy(() -> send(hasty)).isInstanceOf(HttpTimeoutException.class);
  }
}
