package koalens.emulator.anthropic;

import java.util.Optional;
import koalens.emulator.answer.AnswerModel;
import koalens.emulator.answer.Prompt;
import koalens.emulator.answer.TokenCount;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Fate;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.wire.Api;
import koalens.emulator.wire.FailedCall;
import koalens.emulator.wire.Json;
import koalens.emulator.wire.Reply;
import koalens.emulator.wire.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Anthropic's API. Thread-safe.
public final class AnthropicApi implements Api {
  private static final int LARGEST = 32 << 20;
  private static final int TOKENS_OF_IMAGE = 1600;
  private static final String MESSAGES = "/v1/messages";
  private static final String COUNT = "/v1/messages/count_tokens";
  private static final String MODELS = "/v1/models";

  private final AnswerModel model;
  private final RateLimits limits = new RateLimits();

  /// The API in the world of a scenario.
  public AnthropicApi(Scenario scenario) {
    this.model = new AnswerModel(scenario);
  }

  @Override
  public int largestBody() {
    return LARGEST;
  }

  @Override
  public boolean isFated(Request request) {
    return request.method().equals("POST") && request.path().startsWith(MESSAGES);
  }

  @Override
  public Reply answer(Request request, Fate fate) {
    return identified(fate, reply(request, fate));
  }

  @Override
  public Reply tooLarge(Request request) {
    return AnthropicErrors.error(
        413, "request_too_large", "Request exceeds the maximum allowed number of bytes.");
  }

  @Override
  public String requestId(Fate fate) {
    return "req_emulated_" + fate.id();
  }

  private Reply identified(Fate fate, Reply reply) {
    String id = requestId(fate);
    Reply named = reply.with("request-id", id);
    return named.status() >= 400 ? withId(named, id) : named.with(limits.headers());
  }

  private Reply withId(Reply reply, String id) {
    return Json.read(reply.pieces().getFirst().bytes())
        .filter(JsonNode::isObject)
        .map(body ->
            Reply.json(reply.status(), Json.write(((ObjectNode) body).put("request_id", id))))
        .map(body -> body.with(reply.headers()))
        .orElse(reply)
        .with(limits.headers());
  }

  private Reply reply(Request request, Fate fate) {
    try {
      AnthropicAccess.check(request);
      return switch (request.method() + " " + request.path()) {
        case "POST " + MESSAGES -> message(body(request), fate);
        case "POST " + COUNT -> count(body(request), fate);
        case "GET " + MODELS -> ClaudeModels.list();
        default -> found(request);
      };
    } catch (FailedCall e) {
      return e.reply();
    }
  }

  private static Reply found(Request request) {
    String path = request.path();
    if (request.method().equals("GET") && path.startsWith(MODELS + "/")) {
      return ClaudeModels.get(path.substring(MODELS.length() + 1));
    }
    return AnthropicErrors.error(404, "not_found_error", "Not found");
  }

  private static JsonNode body(Request request) {
    return Json.read(request.body().bytes())
        .filter(JsonNode::isObject)
        .orElseThrow(() -> AnthropicErrors.invalid("The request body is not valid JSON."));
  }

  private Reply message(JsonNode body, Fate fate) {
    ClaudeModel asked = MessagesCheck.message(body);
    boolean streams = body.path("stream").asBoolean(false);
    Optional<ErrorFault> error = error(fate);
    if (error.isPresent() && !(streams && error.get() == ErrorFault.ERROR_AFTER_OK)) {
      return AnthropicErrors.of(error.get(), fate.dice());
    }
    Prompt prompt = MessagesPrompt.of(body);
    int input = TokenCount.of(prompt, TOKENS_OF_IMAGE, 0);
    if (input > asked.contextTokens()) {
      return AnthropicErrors.invalid(
              "prompt is too long: %d tokens > %d maximum".formatted(input, asked.contextTokens()))
          .reply();
    }
    MessagesReply reply = reply(body, prompt, input, fate);
    return streams ? reply.stream(error.isPresent()) : reply.whole();
  }

  private MessagesReply reply(JsonNode body, Prompt prompt, int input, Fate fate) {
    String text = model.answer(prompt, fate);
    int most = body.path("max_tokens").asInt();
    boolean cut = TokenCount.of(text) > most;
    String kept = cut ? text.substring(0, Math.min(text.length(), most * 4)) : text;
    String served = fate.model().orElse(body.path("model").asString(""));
    return new MessagesReply(
        "msg_emulated_" + fate.id(),
        kept,
        cut ? Stop.CUT_OFF : Stop.of(fate.fault()),
        new Reply.Usage(served, input, TokenCount.of(kept)),
        body.path("thinking").path("type").asString("").equals("adaptive"));
  }

  private Reply count(JsonNode body, Fate fate) {
    MessagesCheck.count(body);
    Optional<ErrorFault> error = error(fate);
    if (error.isPresent()) {
      return AnthropicErrors.of(error.get(), fate.dice());
    }
    int tokens = TokenCount.of(MessagesPrompt.of(body), TOKENS_OF_IMAGE, 0);
    return Reply.json(200, Json.write(Json.object().put("input_tokens", tokens)));
  }

  private static Optional<ErrorFault> error(Fate fate) {
    return fate.fault().filter(ErrorFault.class::isInstance).map(ErrorFault.class::cast);
  }
}
