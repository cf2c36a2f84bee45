package koalens.backend.provider.claude;

import koalens.backend.provider.FailureKind;
import koalens.backend.provider.ModelClient;
import koalens.backend.provider.ProviderContract;
import koalens.emulator.Provider;
import koalens.emulator.scenario.AnswerFault;

class ClaudeProviderTest extends ProviderContract {
  @Override
  protected Provider emulated() {
    return Provider.ANTHROPIC;
  }

  @Override
  protected ModelClient client(String baseUrl) {
    return new ClaudeClient("claude-haiku-5-5", KEY, baseUrl, MAX_ANSWER_BYTES);
  }

  @Override
  protected FailureKind kindOf(AnswerFault fault) {
    return switch (fault) {
      case MALFORMED_FUNCTION_CALL, UNEXPECTED_TOOL_CALL, TOO_MANY_TOOL_CALLS ->
          FailureKind.STOPPED;
      default -> FailureKind.REFUSED;
    };
  }
}
