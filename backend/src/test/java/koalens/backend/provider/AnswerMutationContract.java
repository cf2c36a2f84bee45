package koalens.backend.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import koalens.backend.provider.wire.HttpAnswer;
import org.junit.jupiter.api.Test;

/// What every adapter makes of bytes as no provider should send them: answers with pieces cut out,
/// doubled and changed.
public abstract class AnswerMutationContract {
  private static final int MUTATIONS = 20_000;

  private final Random random = new Random(20261127);

  /// A whole answer.
  protected abstract String answer();

  /// A whole error that quotes the prompt: `hemlig text`.
  protected abstract String error();

  /// Reads an answer.
  ///
  /// @return what the tokens read are said to be; 0 for a failure
  protected abstract long inputTokens(HttpAnswer answer);

  /// Reads an error.
  protected abstract Failure failure(HttpAnswer answer);

  @Test
  void everyMutationOfAnAnswerIsAReplyOrAFailure() {
    for (int i = 0; i < MUTATIONS; i++) {
      assertThat(inputTokens(http(200, mutated(answer())))).isNotNegative();
    }
  }

  @Test
  void everyMutationOfAnErrorIsAFailureThatSaysNothingOfThePrompt() {
    for (int i = 0; i < MUTATIONS; i++) {
      HttpAnswer answer = http(400 + random.nextInt(200), mutated(error()));
      assertThat(failure(answer).toString()).doesNotContain("hemlig");
    }
  }

  private static HttpAnswer http(int status, String body) {
    return new HttpAnswer(status, Map.of(), body, Duration.ZERO);
  }

  private String mutated(String text) {
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
