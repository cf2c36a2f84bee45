package koalens.emulator.anthropic;

import koalens.emulator.wire.Json;
import koalens.emulator.wire.Reply;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The list of models.
final class ClaudeModels {
  private ClaudeModels() {}

  static Reply list() {
    ObjectNode list = Json.object();
    ArrayNode data = list.putArray("data");
    ClaudeModel.ALL.forEach(model -> data.add(json(model)));
    list.put("has_more", false)
        .put("first_id", ClaudeModel.ALL.getFirst().id())
        .put("last_id", ClaudeModel.ALL.getLast().id());
    return Reply.json(200, Json.write(list));
  }

  static Reply get(String id) {
    return ClaudeModel.find(id)
        .map(model -> Reply.json(200, Json.write(json(model))))
        .orElseGet(() -> AnthropicErrors.error(404, "not_found_error", "model: " + id));
  }

  private static ObjectNode json(ClaudeModel model) {
    ObjectNode json = Json.object();
    json.put("type", "model")
        .put("id", model.id())
        .put("display_name", model.name())
        .put("created_at", model.created() + "T00:00:00Z")
        .put("max_input_tokens", model.contextTokens())
        .put("max_tokens", 64_000);
    ObjectNode capabilities = json.putObject("capabilities");
    capabilities.putObject("image_input").put("supported", true);
    capabilities.putObject("structured_outputs").put("supported", true);
    return json;
  }
}
