package koalens.backend.provider.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import koalens.backend.provider.AnswerMutationContract;
import koalens.backend.provider.Failure;
import koalens.backend.provider.wire.HttpAnswer;

class ClaudeAnswerMutationTest extends AnswerMutationContract {
  @Override
  protected String answer() {
    return """
    {"type":"message","model":"claude-haiku-5-5","content":[{"type":"thinking","thinking":"x"},{"type":"text","text":"{}"}],"stop_reason":"end_turn","usage":{"input_tokens":3,"cache_creation_input_tokens":1956,"cache_read_input_tokens":9511,"cache_creation":{"ephemeral_5m_input_tokens":1956,"ephemeral_1h_input_tokens":0},"output_tokens":44,"output_tokens_details":{"thinking_tokens":0}}}
    """;
  }

  @Override
  protected String error() {
    return """
    {"type":"error","error":{"type":"rate_limit_error","message":"hemlig text","details":{"error_code":"enforced_spend_limit_reached"}},"request_id":"req_1"}
    """;
  }

  @Override
  protected long inputTokens(HttpAnswer http) {
    ClaudeAnswer answer = ClaudeAnswer.of(http);
    assertThat(answer.reply().isPresent() || answer.failure().isPresent()).isTrue();
    return answer.reply().map(reply -> reply.usage().input()).orElse(0L);
  }

  @Override
  protected Failure failure(HttpAnswer answer) {
    return ClaudeErrors.failure(answer, Instant.EPOCH);
  }
}
