package koalens.backend.provider.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import koalens.backend.provider.wire.HttpAnswer;
import org.junit.jupiter.api.Test;

/// Bytes as no provider should send them: answers with pieces cut out, doubled and changed.
class ClaudeAnswerMutationTest {
  private static final String ANSWER =
      """
      {"type":"message","model":"claude-haiku-5-5","content":[{"type":"thinking","thinking":"x"},{"type":"text","text":"{}"}],"stop_reason":"end_turn","usage":{"input_tokens":3,"cache_creation_input_tokens":1956,"cache_read_input_tokens":9511,"cache_creation":{"ephemeral_5m_input_tokens":1956,"ephemeral_1h_input_tokens":0},"output_tokens":44,"output_tokens_details":{"thinking_tokens":0}}}
      """;
  private static final String ERROR =
      """
      {"type":"error","error":{"type":"rate_limit_error","message":"hemlig text","details":{"error_code":"enforced_spend_limit_reached"}},"request_id":"req_1"}
      """;

  @Test
  void everyMutationOfAnAnswerIsAReplyOrAFailure() {
    var random = new Random(20261127);
    for (int i = 0; i < 20_000; i++) {
      ClaudeAnswer answer = ClaudeAnswer.of(http(200, mutated(ANSWER, random)));
      assertThat(answer.reply().isPresent() || answer.failure().isPresent()).isTrue();
      answer.reply().ifPresent(reply -> assertThat(reply.usage().input()).isNotNegative());
    }
  }

  @Test
  void everyMutationOfAnErrorIsAFailureThatSaysNothingOfThePrompt() {
    var random = new Random(20261127);
    for (int i = 0; i < 20_000; i++) {
      var failure =
          ClaudeErrors.failure(
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
