package koalens.emulator.gemini;

import koalens.emulator.wire.Json;
import koalens.emulator.wire.Reply;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The list of models.
final class GeminiModels {
  private static final int INPUT_TOKENS = 1_048_576;
  private static final int OUTPUT_TOKENS = 65_536;

  private GeminiModels() {}

  static Reply list() {
    ObjectNode list = Json.object();
    ArrayNode models = list.putArray("models");
    GeminiModel.ALL.forEach(model -> models.add(json(model)));
    return Reply.json(200, Json.write(list));
  }

  static Reply get(String id) {
    return GeminiModel.find(id)
        .map(model -> Reply.json(200, Json.write(json(model))))
        .orElseGet(() -> GeminiErrors.noModel(id));
  }

  private static ObjectNode json(GeminiModel model) {
    ObjectNode json =
        Json.object()
            .put("name", "models/" + model.id())
            .put("displayName", model.id())
            .put("inputTokenLimit", INPUT_TOKENS)
            .put("outputTokenLimit", OUTPUT_TOKENS);
    json.putArray("supportedGenerationMethods").add("generateContent").add("countTokens");
    return json;
  }
}
