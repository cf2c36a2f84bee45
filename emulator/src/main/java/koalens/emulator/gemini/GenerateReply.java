package koalens.emulator.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koalens.emulator.answer.AnswerModel;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.Fault;
import koalens.emulator.wire.Json;
import koalens.emulator.wire.Reply;
import tools.jackson.databind.node.ObjectNode;

/// An answer of the model, at once or as a stream.
///
/// @param id of the response
/// @param text the answer
/// @param fault what the fate has in store
/// @param cut whether the answer ended at its token limit
/// @param tokens what it is charged for
record GenerateReply(String id, String text, Optional<Fault> fault, boolean cut, Tokens tokens) {
  /// @param model what served it
  /// @param text tokens of the prompt's text
  /// @param media tokens of its images and videos, by modality
  /// @param thoughts tokens of thinking
  /// @param answer tokens of the answer
  record Tokens(String model, int text, Map<String, Integer> media, int thoughts, int answer) {
    /// Copies the map.
    Tokens {
      media = Map.copyOf(media);
    }

    int prompt() {
      return text + media.values().stream().mapToInt(count -> count).sum();
    }
  }

  Reply whole() {
    return charged(Reply.json(200, Json.write(response(text, true))));
  }

  private Reply charged(Reply reply) {
    return reply.with(
        new Reply.Usage(tokens.model(), tokens.prompt(), tokens.thoughts() + tokens.answer()));
  }

  Reply stream(boolean events, boolean breaksOff) {
    var chunks = new ArrayList<String>();
    List<String> pieces = AnswerModel.pieces(text);
    for (int i = 0; i < pieces.size(); i++) {
      chunks.add(Json.write(response(pieces.get(i), i == pieces.size() - 1)));
    }
    if (chunks.isEmpty()) {
      chunks.add(Json.write(response("", true)));
    }
    if (breaksOff) {
      chunks.subList(chunks.size() / 2, chunks.size()).clear();
      chunks.add(
          "{\"error\":{\"code\":503,\"message\":\"The model is"
              + " overloaded.\",\"status\":\"UNAVAILABLE\"}}");
    }
    return charged(events ? events(chunks) : array(chunks));
  }

  private static Reply events(List<String> chunks) {
    return Reply.events(chunks.stream().map(chunk -> "data: " + chunk + "\r\n\r\n").toList());
  }

  private static Reply array(List<String> chunks) {
    return Reply.json(200, "[" + String.join(",\r\n", chunks) + "]");
  }

  private ObjectNode response(String piece, boolean last) {
    ObjectNode response = Json.object();
    if (isBlocked()) {
      response.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
    } else {
      response.putArray("candidates").add(candidate(piece, last));
    }
    response.set("usageMetadata", usage());
    return response.put("modelVersion", tokens.model()).put("responseId", id);
  }

  private boolean isBlocked() {
    return fault.filter(AnswerFault.BLOCKED_PROMPT::equals).isPresent();
  }

  private ObjectNode candidate(String piece, boolean last) {
    ObjectNode candidate = Json.object();
    if (!piece.isEmpty()) {
      ObjectNode content = candidate.putObject("content");
      ObjectNode part = content.putArray("parts").addObject().put("text", piece);
      content.put("role", "model");
      if (last) {
        part.put("thoughtSignature", "ZW11bGF0ZWQ=");
      }
    }
    if (last) {
      candidate.put("finishReason", finishReason());
    }
    return candidate.put("index", 0);
  }

  private String finishReason() {
    if (cut) {
      return "MAX_TOKENS";
    }
    return fault.orElse(null) instanceof AnswerFault answer ? reason(answer) : "STOP";
  }

  private static String reason(AnswerFault fault) {
    return switch (fault) {
      case SAFETY,
          RECITATION,
          LANGUAGE,
          OTHER,
          BLOCKLIST,
          PROHIBITED_CONTENT,
          SPII,
          MALFORMED_FUNCTION_CALL,
          IMAGE_SAFETY,
          UNEXPECTED_TOOL_CALL,
          TOO_MANY_TOOL_CALLS ->
          fault.name();
      case CUT_OFF, CONTEXT_EXCEEDED -> "MAX_TOKENS";
      case BLOCKED_PROMPT,
          NO_TEXT,
          PROSE,
          FENCED,
          OFF_SCHEMA,
          FORGETS_ONE,
          INVENTS_ONE,
          SAYS_ALL_VEGAN ->
          "STOP";
    };
  }

  // What is 0 is left out.
  private ObjectNode usage() {
    ObjectNode usage = Json.object().put("promptTokenCount", tokens.prompt());
    boolean answered = !isBlocked() && tokens.answer() > 0;
    if (answered) {
      usage.put("candidatesTokenCount", tokens.answer());
    }
    if (tokens.thoughts() > 0 && !isBlocked()) {
      usage.put("thoughtsTokenCount", tokens.thoughts());
    }
    int output = isBlocked() ? 0 : tokens.answer() + tokens.thoughts();
    usage.put("totalTokenCount", tokens.prompt() + output);
    var details = usage.putArray("promptTokensDetails");
    details.addObject().put("modality", "TEXT").put("tokenCount", tokens.text());
    tokens
        .media()
        .forEach((modality, count) ->
            details.addObject().put("modality", modality).put("tokenCount", count));
    return usage;
  }
}
