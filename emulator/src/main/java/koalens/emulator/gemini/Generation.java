package koalens.emulator.gemini;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import koalens.emulator.answer.AnswerModel;
import koalens.emulator.answer.Prompt;
import koalens.emulator.answer.TokenCount;
import koalens.emulator.scenario.ErrorFault;
import koalens.emulator.scenario.Fate;
import koalens.emulator.scenario.Fault;
import koalens.emulator.wire.FailedCall;
import koalens.emulator.wire.Json;
import koalens.emulator.wire.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Calls of a model: generate, stream, count. Thread-safe.
final class Generation {
  private static final int TOKENS_OF_IMAGE = 258;
  private static final int TOKENS_OF_VIDEO = 2580;
  private static final int TOKENS_OF_THOUGHT = 16;

  private final AnswerModel model;
  private final Files files;

  Generation(AnswerModel model, Files files) {
    this.model = model;
    this.files = files;
  }

  static String responseId(Fate fate) {
    return "emulated-" + fate.id();
  }

  Reply generate(GeminiModel asked, JsonNode body, Fate fate) {
    GenerateCheck.check(body, asked, files);
    fail(error(fate), asked, fate);
    return reply(asked, body, fate).whole();
  }

  /// @param events whether server-sent events were asked for
  Reply stream(GeminiModel asked, JsonNode body, Fate fate, boolean events) {
    GenerateCheck.check(body, asked, files);
    Optional<ErrorFault> error = error(fate);
    boolean breaksOff = error.filter(ErrorFault.ERROR_AFTER_OK::equals).isPresent();
    fail(error.filter(_ -> !breaksOff), asked, fate);
    return reply(asked, body, fate).stream(events, breaksOff);
  }

  /// Counts `contents`, or a whole `generateContentRequest`, not both.
  Reply count(GeminiModel asked, JsonNode body, Fate fate) {
    boolean whole = body.has("generateContentRequest");
    if (whole && body.has("contents")) {
      throw GeminiErrors.invalid(
          "* CountTokensRequest: only one of contents and generate_content_request may be set.");
    }
    JsonNode counted = whole ? body.path("generateContentRequest") : body;
    GenerateCheck.check(counted, asked, files);
    fail(error(fate), asked, fate);
    Prompt prompt = GeneratePrompt.of(counted, files);
    int tokens = TokenCount.of(prompt, TOKENS_OF_IMAGE, TOKENS_OF_VIDEO);
    ObjectNode count = Json.object().put("totalTokens", tokens);
    count
        .putArray("promptTokensDetails")
        .addObject()
        .put("modality", "TEXT")
        .put("tokenCount", tokens);
    return Reply.json(200, Json.write(count));
  }

  private static void fail(Optional<ErrorFault> error, GeminiModel asked, Fate fate) {
    if (error.isPresent()) {
      throw new FailedCall(GeminiErrors.of(error.get(), asked.id(), fate.dice()));
    }
  }

  private static Optional<ErrorFault> error(Fate fate) {
    Optional<Fault> fault = fate.fault();
    return fault.filter(ErrorFault.class::isInstance).map(ErrorFault.class::cast);
  }

  private GenerateReply reply(GeminiModel asked, JsonNode body, Fate fate) {
    Prompt prompt = GeneratePrompt.of(body, files);
    String text = model.answer(prompt, fate);
    int most = body.path("generationConfig").path("maxOutputTokens").asInt(Integer.MAX_VALUE / 4);
    boolean cut = TokenCount.of(text) > most;
    String kept = cut ? text.substring(0, Math.min(text.length(), most * 4)) : text;
    return new GenerateReply(
        responseId(fate),
        kept,
        fate.fault(),
        cut,
        tokens(fate.model().orElse(asked.id()), prompt, kept));
  }

  private static GenerateReply.Tokens tokens(String served, Prompt prompt, String text) {
    var media = new HashMap<String, Integer>();
    prompt
        .media()
        .forEach(medium ->
            media.merge(
                medium.isVideo() ? "VIDEO" : "IMAGE",
                medium.isVideo() ? TOKENS_OF_VIDEO : TOKENS_OF_IMAGE,
                Integer::sum));
    return new GenerateReply.Tokens(
        served,
        TokenCount.of(prompt, 0, 0),
        Map.copyOf(media),
        TOKENS_OF_THOUGHT,
        TokenCount.of(text));
  }
}
