package koalens.emulator.anthropic;

import java.util.ArrayList;
import java.util.List;
import koalens.emulator.answer.AnswerModel;
import koalens.emulator.wire.Json;
import koalens.emulator.wire.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A message of the model, at once or as a stream.
///
/// @param id of the message
/// @param text the answer; empty for none
/// @param stop why it ended
/// @param usage what it is charged for
/// @param thinks whether thinking comes before the text
record MessagesReply(String id, String text, Stop stop, Reply.Usage usage, boolean thinks) {
  private static final String THOUGHT = "Emulated thought.";
  private static final int TOKENS_OF_THOUGHT = 5;

  Reply whole() {
    ObjectNode message = start();
    blocks().forEach(block -> message.withArray("/content").add(block));
    stop.addTo(message);
    message.set("usage", usage(outputTokens()));
    return Reply.json(200, Json.write(message)).with(charged());
  }

  private int outputTokens() {
    return usage.outputTokens() + (thinks ? TOKENS_OF_THOUGHT : 0);
  }

  private Reply.Usage charged() {
    return new Reply.Usage(usage.model(), usage.inputTokens(), outputTokens());
  }

  private ObjectNode start() {
    ObjectNode message = Json.object();
    message
        .put("id", id)
        .put("type", "message")
        .put("role", "assistant")
        .put("model", usage.model())
        .putArray("content");
    return message.putNull("stop_reason").putNull("stop_sequence").putNull("stop_details");
  }

  private List<JsonNode> blocks() {
    var blocks = new ArrayList<JsonNode>();
    if (thinks) {
      blocks.add(thinking(THOUGHT, "ZW11bGF0ZWQ="));
    }
    if (!text.isEmpty()) {
      blocks.add(Json.object().put("type", "text").put("text", text));
    }
    return blocks;
  }

  private static ObjectNode thinking(String thought, String signature) {
    return Json.object()
        .put("type", "thinking")
        .put("thinking", thought)
        .put("signature", signature);
  }

  private ObjectNode usage(int outputTokens) {
    ObjectNode object = Json.object();
    object
        .put("input_tokens", usage.inputTokens())
        .put("cache_creation_input_tokens", 0)
        .put("cache_read_input_tokens", 0);
    object
        .putObject("cache_creation")
        .put("ephemeral_5m_input_tokens", 0)
        .put("ephemeral_1h_input_tokens", 0);
    object.put("output_tokens", outputTokens);
    object
        .putObject("output_tokens_details")
        .put("thinking_tokens", thinks ? TOKENS_OF_THOUGHT : 0);
    return object.put("service_tier", "standard").put("inference_geo", "not_available");
  }

  Reply stream(boolean breaksOff) {
    var events = new ArrayList<String>();
    ObjectNode message = start();
    message.set("usage", usage(1));
    ObjectNode begin = Json.object();
    begin.set("message", message);
    events.add(event("message_start", begin));
    events.add(event("ping", Json.object()));
    int index = 0;
    if (thinks) {
      events.addAll(thought(index++));
    }
    List<String> words = words(index);
    if (breaksOff) {
      events.addAll(words.subList(0, words.size() / 2));
      events.add(
          "event: error\ndata: %s\n\n"
              .formatted(Json.write(AnthropicErrors.body("overloaded_error", "Overloaded"))));
    } else {
      events.addAll(words);
      events.add(event("message_delta", end()));
      events.add(event("message_stop", Json.object()));
    }
    return Reply.events(events).with(charged());
  }

  private ObjectNode end() {
    ObjectNode end = Json.object();
    stop.addTo(end.putObject("delta"));
    end.set("usage", usage(outputTokens()));
    return end;
  }

  private static List<String> thought(int index) {
    return block(
        index,
        thinking("", ""),
        List.of(
            Json.object().put("type", "thinking_delta").put("thinking", THOUGHT),
            Json.object().put("type", "signature_delta").put("signature", "ZW11bGF0ZWQ=")));
  }

  private List<String> words(int index) {
    List<ObjectNode> deltas =
        AnswerModel.pieces(text).stream()
            .map(piece -> Json.object().put("type", "text_delta").put("text", piece))
            .toList();
    return deltas.isEmpty()
        ? List.of()
        : block(index, Json.object().put("type", "text").put("text", ""), deltas);
  }

  private static List<String> block(int index, ObjectNode empty, List<ObjectNode> deltas) {
    var events = new ArrayList<String>();
    ObjectNode start = Json.object().put("index", index);
    start.set("content_block", empty);
    events.add(event("content_block_start", start));
    for (ObjectNode delta : deltas) {
      ObjectNode piece = Json.object().put("index", index);
      piece.set("delta", delta);
      events.add(event("content_block_delta", piece));
    }
    events.add(event("content_block_stop", Json.object().put("index", index)));
    return events;
  }

  private static String event(String name, ObjectNode data) {
    ObjectNode typed = Json.object().put("type", name);
    typed.setAll(data);
    return "event: %s\ndata: %s\n\n".formatted(name, Json.write(typed));
  }
}
