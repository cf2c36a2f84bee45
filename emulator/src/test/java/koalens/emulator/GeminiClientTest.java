package koalens.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.errors.ApiException;
import com.google.genai.errors.ClientException;
import com.google.genai.errors.ServerException;
import com.google.genai.types.Content;
import com.google.genai.types.File;
import com.google.genai.types.FileState;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Part;
import com.google.genai.types.ThinkingConfig;
import com.google.genai.types.UploadFileConfig;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.Truth;
import koalens.emulator.scenario.VeganStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The emulated Gemini API, driven by Google's own client.
class GeminiClientTest {
  private static final Truth TRUTH =
      Truth.of(Map.of("vassle", VeganStatus.NON_VEGAN, "havre", VeganStatus.VEGAN), 1);
  private static final String MODEL = "gemini-3.8-flash";
  private static final GenerateContentConfig STRUCTURED =
      GenerateContentConfig.builder()
          .responseMimeType("application/json")
          .responseJsonSchema(Schemas.INGREDIENTS)
          .build();

  private final Emulator emulator =
      Emulator.start(
          Provider.GEMINI,
          Scenario.of(7).withTruth(TRUTH).withFileProcessing(Duration.ofSeconds(3)),
          0);
  private final Client client = client("any-key");

  private Client client(String key) {
    return Client.builder()
        .apiKey(key)
        .httpOptions(
            HttpOptions.builder()
                .baseUrl(emulator.baseUrl())
                .retryOptions(HttpRetryOptions.builder().attempts(1))
                .build())
        .build();
  }

  @AfterEach
  void stop() {
    client.close();
    emulator.close();
  }

  private GenerateContentResponse ask(String prompt) {
    return client.models.generateContent(MODEL, prompt, STRUCTURED);
  }

  @Test
  void answersInTheSchemaItIsAskedForWithWhatIsTrue() {
    GenerateContentResponse response = ask("Classify: [\"Vassle\",\"Havre\"]");
    assertThat(response.text())
        .contains("\"name\":\"Vassle\"", "\"status\":\"non-vegan\"", "\"name\":\"Havre\"");
    assertThat(response.finishReason().knownEnum()).isEqualTo(FinishReason.Known.STOP);
    assertThat(response.modelVersion()).contains(MODEL);
    var usage = response.usageMetadata().orElseThrow();
    assertThat(usage.totalTokenCount().orElseThrow())
        .isEqualTo(
            usage.promptTokenCount().orElseThrow()
                + usage.candidatesTokenCount().orElseThrow()
                + usage.thoughtsTokenCount().orElseThrow());
  }

  @Test
  void streamsTheSameTextThatItWouldAnswerAtOnce() {
    String whole = ask("Classify: [\"Vassle\"]").text();
    var pieces = new StringBuilder();
    try (ResponseStream<GenerateContentResponse> stream =
        client.models.generateContentStream(MODEL, "Classify: [\"Vassle\"]", STRUCTURED)) {
      stream.forEach(piece -> pieces.append(piece.text()));
    }
    assertThat(withoutNumbers(pieces.toString()))
        .contains("\"status\":\"non-vegan\"")
        .isEqualTo(withoutNumbers(whole));
  }

  // How sure the model says it is differs from call to call.
  private static String withoutNumbers(@Nullable String answer) {
    return String.valueOf(answer).replaceAll("[0-9.]+", "0");
  }

  @Test
  void answersABlockedPromptWithoutCandidates() {
    emulator.failNext(AnswerFault.BLOCKED_PROMPT);
    GenerateContentResponse response = ask("Classify: [\"Vassle\"]");
    assertThat(response.candidates()).isEmpty();
    assertThat(response.promptFeedback().orElseThrow().blockReason()).isPresent();
    assertThat(response.usageMetadata().orElseThrow().candidatesTokenCount()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = AnswerFault.class,
      names = {
        "SAFETY",
        "RECITATION",
        "LANGUAGE",
        "OTHER",
        "BLOCKLIST",
        "PROHIBITED_CONTENT",
        "SPII",
        "MALFORMED_FUNCTION_CALL",
        "IMAGE_SAFETY",
        "UNEXPECTED_TOOL_CALL"
      })
  void stopsWithoutTextForEveryReason(AnswerFault fault) {
    emulator.failNext(fault);
    var candidate = ask("Classify: [\"Vassle\"]").candidates().orElseThrow().getFirst();
    assertThat(candidate.finishReason().orElseThrow().toString()).isEqualTo(fault.name());
    assertThat(candidate.content()).isEmpty();
  }

  @Test
  void countsTokens() {
    assertThat(client.models.countTokens(MODEL, "Havre, vatten", null).totalTokens().orElseThrow())
        .isPositive();
  }

  @Test
  void takesAVideoOnlyWhenItIsProcessed() throws InterruptedException, NoSuchAlgorithmException {
    byte[] video = "not really a video".repeat(1000).getBytes(UTF_8);
    File file =
        client.files.upload(
            video, UploadFileConfig.builder().mimeType("video/mp4").displayName("film").build());
    assertThat(file.state().orElseThrow().knownEnum()).isEqualTo(FileState.Known.PROCESSING);
    assertThat(file.sizeBytes()).contains((long) video.length);
    assertThat(file.sha256Hash()).contains(hash(video));
    Content prompt =
        Content.fromParts(
            Part.fromUri(file.uri().orElseThrow(), "video/mp4"), Part.fromText("Read the label."));
    assertThatThrownBy(() -> client.models.generateContent(MODEL, prompt, STRUCTURED))
        .hasMessageContaining("not in an ACTIVE state");
    String name = file.name().orElseThrow();
    while (client.files.get(name, null).state().orElseThrow().knownEnum()
        != FileState.Known.ACTIVE) {
      Thread.sleep(20);
    }
    assertThat(client.models.generateContent(MODEL, prompt, STRUCTURED).text())
        .contains("\"status\"");
    client.files.delete(name, null);
    assertThatThrownBy(() -> client.files.get(name, null))
        .isInstanceOfSatisfying(
            ClientException.class, fault -> assertThat(fault.code()).isEqualTo(403));
  }

  private static String hash(byte[] bytes) throws NoSuchAlgorithmException {
    String hex = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    return Base64.getEncoder().encodeToString(hex.getBytes(UTF_8));
  }

  @Test
  void saysUnavailableWhenItIsOverloadedInEitherShape() {
    emulator.failNext(ErrorFault.OVERLOADED, ErrorFault.ODD_SHAPE);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> ask("[\"Vassle\"]"))
          .isInstanceOfSatisfying(
              ServerException.class, fault -> assertThat(fault.code()).isEqualTo(503));
    }
  }

  @Test
  void saysThatTheQuotaIsUsedUp() {
    emulator.failNext(ErrorFault.RATE_LIMITED);
    assertThatThrownBy(() -> ask("[\"Vassle\"]"))
        .isInstanceOfSatisfying(
            ApiException.class, fault -> assertThat(fault.code()).isEqualTo(429))
        .hasMessageContaining("Please retry in");
  }

  @Test
  void knowsAWrongKey() {
    try (Client wrong = client("invalid-key")) {
      assertThatThrownBy(() -> wrong.models.generateContent(MODEL, "Hi", null))
          .isInstanceOfSatisfying(
              ClientException.class, fault -> assertThat(fault.code()).isEqualTo(400))
          .hasMessageContaining("API key not valid");
    }
  }

  @Test
  void turnsAThinkingBudgetAwayOnTheFourthGeneration() {
    GenerateContentConfig budget =
        GenerateContentConfig.builder()
            .thinkingConfig(ThinkingConfig.builder().thinkingBudget(100).build())
            .build();
    assertThat(client.models.generateContent(MODEL, "Hi", budget).text()).isNotEmpty();
    assertThatThrownBy(() -> client.models.generateContent("gemini-4-argon", "Hi", budget))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("thinking_budget");
  }

  @Test
  void doesNotKnowModelsThatAreGone() {
    assertThatThrownBy(() -> client.models.generateContent("gemini-2.5-flash", "Hi", null))
        .isInstanceOfSatisfying(
            ClientException.class, fault -> assertThat(fault.code()).isEqualTo(404));
  }
}
