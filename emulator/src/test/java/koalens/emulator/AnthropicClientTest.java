package koalens.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.InternalServerException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import java.util.Map;
import java.util.stream.Collectors;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;
import koalens.emulator.scenario.VeganStatus;
import koalens.emulator.wire.ServedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The emulated Messages API, driven by Anthropic's own client.
class AnthropicClientTest {
  private static final Truth TRUTH =
      Truth.of(Map.of("vassle", VeganStatus.NON_VEGAN, "havre", VeganStatus.VEGAN), 1);
  private static final String MODEL = "claude-haiku-5-5";

  private final Emulator emulator =
      Emulator.start(Provider.ANTHROPIC, Scenario.of(7).withTruth(TRUTH), 0);
  private final AnthropicClient client = client("any-key");

  private AnthropicClient client(String key) {
    return AnthropicOkHttpClient.builder()
        .baseUrl(emulator.baseUrl())
        .apiKey(key)
        .maxRetries(0)
        .build();
  }

  @AfterEach
  void stop() {
    client.close();
    emulator.close();
  }

  private static MessageCreateParams.Builder asked(String prompt) {
    return MessageCreateParams.builder().model(MODEL).maxTokens(1024).addUserMessage(prompt);
  }

  private static MessageCreateParams structured(String prompt) {
    var schema = JsonOutputFormat.Schema.builder();
    Schemas.INGREDIENTS.forEach(
        (name, value) -> schema.putAdditionalProperty(name, JsonValue.from(value)));
    return asked(prompt)
        .outputConfig(
            OutputConfig.builder()
                .format(JsonOutputFormat.builder().schema(schema.build()).build())
                .build())
        .build();
  }

  private static String text(Message message) {
    return message.content().stream()
        .flatMap(block -> block.text().stream())
        .map(block -> block.text())
        .collect(Collectors.joining());
  }

  @Test
  void answersInTheSchemaItIsAskedForWithWhatIsTrue() {
    Message message = client.messages().create(structured("Classify: [\"Vassle\",\"Havre\"]"));
    assertThat(text(message))
        .contains(
            "\"name\":\"Vassle\"",
            "\"status\":\"non-vegan\"",
            "\"name\":\"Havre\"",
            "\"status\":\"vegan\"");
    assertThat(message.stopReason()).contains(StopReason.END_TURN);
    assertThat(message.usage().inputTokens()).isPositive();
    assertThat(message.usage().outputTokens()).isPositive();
  }

  @Test
  void streamsTheSameTextThatItWouldAnswerAtOnce() {
    String whole = text(client.messages().create(structured("Classify: [\"Vassle\"]")));
    String pieces;
    try (StreamResponse<RawMessageStreamEvent> stream =
        client.messages().createStreaming(structured("Classify: [\"Vassle\"]"))) {
      pieces =
          stream.stream()
              .flatMap(event -> event.contentBlockDelta().stream())
              .flatMap(delta -> delta.delta().text().stream())
              .map(delta -> delta.text())
              .collect(Collectors.joining());
    }
    assertThat(pieces).contains("\"status\":\"non-vegan\"");
    assertThat(withoutConfidence(pieces)).isEqualTo(withoutConfidence(whole));
  }

  // Each answer draws its own.
  private static String withoutConfidence(String answer) {
    return answer.replaceAll("\"confidence\":[0-9.]+", "");
  }

  @Test
  void breaksAStreamOffWithAnErrorEvent() {
    emulator.failNext(ErrorFault.ERROR_AFTER_OK);
    assertThatThrownBy(
            () -> {
              try (StreamResponse<RawMessageStreamEvent> stream =
                  client.messages().createStreaming(structured("Classify: [\"Vassle\"]"))) {
                stream.stream().toList();
              }
            })
        .isInstanceOf(AnthropicException.class)
        .hasMessageContaining("verloaded");
  }

  @Test
  void countsTokens() {
    var counted =
        client
            .messages()
            .countTokens(
                MessageCountTokensParams.builder()
                    .model(MODEL)
                    .addUserMessage("Havre, vatten")
                    .build());
    assertThat(counted.inputTokens()).isPositive();
  }

  @Test
  void knowsItsModels() {
    assertThat(client.models().retrieve(MODEL).displayName()).isEqualTo("Claude Haiku 5.5");
    assertThat(client.models().list().data()).extracting(model -> model.id()).contains(MODEL);
    assertThatThrownBy(() -> client.models().retrieve("claude-nowhere"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void refusesWithDetailsWhenAPromptIsBlocked() {
    emulator.failNext(AnswerFault.BLOCKED_PROMPT);
    Message message = client.messages().create(structured("Classify: [\"Vassle\"]"));
    assertThat(message.stopReason()).contains(StopReason.REFUSAL);
    assertThat(text(message)).isEmpty();
  }

  @Test
  void saysHowLongToWaitWhenTheRateIsReached() {
    emulator.failNext(ErrorFault.RATE_LIMITED);
    assertThatThrownBy(() -> client.messages().create(structured("[\"Vassle\"]")))
        .isInstanceOfSatisfying(
            RateLimitException.class,
            fault -> assertThat(fault.headers().values("retry-after")).hasSize(1));
  }

  @Test
  void saysThatTheSpendLimitIsReachedWithoutAHint() {
    emulator.failNext(ErrorFault.SPEND_LIMIT);
    assertThatThrownBy(() -> client.messages().create(structured("[\"Vassle\"]")))
        .isInstanceOfSatisfying(
            RateLimitException.class,
            fault -> {
              assertThat(fault.headers().values("retry-after")).isEmpty();
              assertThat(fault.body().toString()).contains("enforced_spend_limit_reached");
            });
  }

  @Test
  void isOverloadedWith529() {
    emulator.failNext(ErrorFault.OVERLOADED);
    assertThatThrownBy(() -> client.messages().create(structured("[\"Vassle\"]")))
        .isInstanceOfSatisfying(
            InternalServerException.class, fault -> assertThat(fault.statusCode()).isEqualTo(529));
  }

  @Test
  void turnsSamplingParametersAwayOnTheNewGenerationOnly() {
    assertThatThrownBy(() ->
            client
                .messages()
                .create(
                    asked("Hi")
                        .putAdditionalBodyProperty("temperature", JsonValue.from(0.1))
                        .build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("temperature");
    Message older =
        client
            .messages()
            .create(
                asked("Hi")
                    .model("claude-haiku-4-5")
                    .putAdditionalBodyProperty("temperature", JsonValue.from(0.1))
                    .build());
    assertThat(text(older)).isNotEmpty();
  }

  @Test
  void turnsAPrefillAway() {
    assertThatThrownBy(() -> client.messages().create(asked("Hi").addAssistantMessage("{").build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("prefill");
  }

  @Test
  void knowsAWrongKey() {
    AnthropicClient wrong = client("invalid-key");
    assertThatThrownBy(() -> wrong.messages().create(asked("Hi").build()))
        .isInstanceOf(UnauthorizedException.class);
    wrong.close();
  }

  @Test
  void keepsARecordOfEachCall() throws InterruptedException {
    client.messages().create(structured("[\"Vassle\"]"));
    emulator.failNext(ErrorFault.INTERNAL);
    assertThatThrownBy(() -> client.messages().create(structured("[\"Havre\"]")));
    // A call is on record once it is served, which may be after its last byte was read.
    for (int waited = 0; emulator.served().size() < 2 && waited < 500; waited++) {
      Thread.sleep(20);
    }
    assertThat(emulator.served()).extracting(ServedCall::status).containsExactly(200, 500);
    assertThat(emulator.served())
        .allSatisfy(call -> {
          assertThat(call.provider()).isEqualTo("anthropic");
          assertThat(call.requestId()).startsWith("req_emulated_");
          assertThat(call.serviceTime()).isPositive();
        });
  }
}
