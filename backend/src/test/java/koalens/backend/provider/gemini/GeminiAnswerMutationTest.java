package koalens.backend.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import koalens.backend.provider.AnswerMutationContract;
import koalens.backend.provider.Failure;
import koalens.backend.provider.wire.HttpAnswer;

class GeminiAnswerMutationTest extends AnswerMutationContract {
  @Override
  protected String answer() {
    return """
    {"candidates":[{"content":{"parts":[{"text":"x","thought":true},{"text":"{}"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":345,"cachedContentTokenCount":230,"candidatesTokenCount":51,"thoughtsTokenCount":1089,"promptTokensDetails":[{"modality":"TEXT","tokenCount":87}]},"modelVersion":"gemini-3.8-flash","responseId":"r"}
    """;
  }

  @Override
  protected String error() {
    return """
    {"error":{"code":429,"message":"hemlig text","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"PerMinute"}]},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"45.8s"}]}}
    """;
  }

  @Override
  protected long inputTokens(HttpAnswer http) {
    GeminiAnswer answer = GeminiAnswer.of(http);
    assertThat(answer.reply().isPresent() || answer.failure().isPresent()).isTrue();
    return answer.reply().map(reply -> reply.usage().input()).orElse(0L);
  }

  @Override
  protected Failure failure(HttpAnswer answer) {
    return GeminiErrors.failure(answer, Instant.EPOCH);
  }
}
