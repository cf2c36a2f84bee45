package koalens.backend.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import koalens.backend.provider.wire.HttpAnswer;
import org.junit.jupiter.api.Test;

/// Bytes as no provider should send them: answers with pieces cut out, doubled and changed.
class GeminiAnswerMutationTest {
  private static final String ANSWER =
      """
      {"candidates":[{"content":{"parts":[{"text":"x","thought":true},{"text":"{}"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":345,"cachedContentTokenCount":230,"candidatesTokenCount":51,"thoughtsTokenCount":1089,"promptTokensDetails":[{"modality":"TEXT","tokenCount":87}]},"modelVersion":"gemini-3.8-flash","responseId":"r"}
      """;
  private static final String ERROR =
      """
      {"error":{"code":429,"message":"hemlig text","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"PerMinute"}]},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"45.8s"}]}}
      """;

  @Test
  void everyMutationOfAnAnswerIsAReplyOrAFailure() {
    var random = new Random(20261127);
    for (int i = 0; i < 20_000; i++) {
      GeminiAnswer answer = GeminiAnswer.of(http(200, mutated(ANSWER, random)));
      assertThat(answer.reply().isPresent() || answer.failure().isPresent()).isTrue();
      answer.reply().ifPresent(reply -> assertThat(reply.usage().input()).isNotNegative());
    }
  }

  @Test
  void everyMutationOfAnErrorIsAFailureThatSaysNothingOfThePrompt() {
    var random = new Random(20261127);
    for (int i = 0; i < 20_000; i++) {
      var failure =
          GeminiErrors.failure(
              http(400 + random.nextInt(200), mutated(ERROR, random)), Instant.EPOCH);
      assertThat(failure.toString()).doesNotContain("hemlig");
    }
  }

  private static HttpAnswer http(int status, String body) {
    return new HttpAnswer(status, Map.of(), body, Duration.ZERO);
  }

  private static String mutated(String text, Random random) {
    var mutated = new StringBuilder(text);
    for (int times = 1 + random.nextInt(4); times > 0 && mutated.length() > 1; times--) {
      int at = random.nextInt(mutated.length());
      int to = Math.min(mutated.length(), at + 1 + random.nextInt(30));
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, to);
        case 1 -> mutated.insert(at, mutated.substring(at, to));
        case 2 -> mutated.setCharAt(at, "{}[]\",:0-9eE.null".charAt(random.nextInt(17)));
        default -> mutated.insert(at, random.nextLong());
      }
    }
    return mutated.toString();
  }
}
