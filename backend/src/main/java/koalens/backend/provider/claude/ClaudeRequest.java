package koalens.backend.provider.claude;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import koalens.backend.provider.AnswerSchema;
import koalens.backend.provider.Exchange;
import koalens.backend.provider.Media;
import koalens.backend.provider.ModelCapabilities;
import koalens.backend.provider.Prompt;
import koalens.backend.provider.SchemaDialect;

/// Puts a prompt into Anthropic's words.
final class ClaudeRequest {
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "description",
          "title",
          "anyOf",
          "allOf",
          "$defs",
          "$ref",
          "format");
  private static final Function<AnswerSchema<?>, JsonOutputFormat> FORMATS =
      new SchemaDialect(ClaudeRequest::takes).expressed(ClaudeRequest::format);

  private final ModelCapabilities capabilities;
  private final String model;

  ClaudeRequest(String model, ModelCapabilities capabilities) {
    this.model = model;
    this.capabilities = capabilities;
  }

  MessageCreateParams message(Exchange exchange) {
    Prompt<?> prompt = exchange.prompt();
    var request =
        MessageCreateParams.builder()
            .model(model)
            .maxTokens(prompt.maxOutputTokens())
            .addUserMessageOfContentBlockParams(content(prompt))
            .outputConfig(output(prompt));
    if (!prompt.system().isBlank()) {
      request.system(prompt.system());
    }
    exchange
        .repair()
        .ifPresent(
            repair -> request.addAssistantMessage(spoken(repair)).addUserMessage(repair.request()));
    if (capabilities.sampling()) {
      // The most likely answer: the same list should be judged alike.
      request.putAdditionalBodyProperty("temperature", JsonValue.from(0));
    }
    return request.build();
  }

  MessageCountTokensParams count(Prompt<?> prompt) {
    var request =
        MessageCountTokensParams.builder()
            .model(model)
            .addUserMessageOfContentBlockParams(content(prompt));
    if (!prompt.system().isBlank()) {
      request.system(prompt.system());
    }
    return request.build();
  }

  // The API turns empty text away.
  private static String spoken(Exchange.Repair repair) {
    return repair.answer().isBlank() ? "(nothing)" : repair.answer().stripTrailing();
  }

  private static List<ContentBlockParam> content(Prompt<?> prompt) {
    var blocks = new ArrayList<ContentBlockParam>();
    prompt.media().forEach(media -> blocks.add(image(media)));
    if (!prompt.text().isBlank()) {
      blocks.add(ContentBlockParam.ofText(prompt.text()));
    }
    return blocks;
  }

  private static ContentBlockParam image(Media media) {
    return ContentBlockParam.ofImage(
        Base64ImageSource.builder()
            .mediaType(Base64ImageSource.MediaType.of(media.mimeType()))
            .data(media.base64())
            .build());
  }

  private OutputConfig output(Prompt<?> prompt) {
    var config = OutputConfig.builder().format(FORMATS.apply(prompt.schema()));
    if (capabilities.thinking() == ModelCapabilities.Thinking.LEVEL) {
      config.effort(OutputConfig.Effort.LOW);
    }
    return config.build();
  }

  private static JsonOutputFormat format(ObjectNode document) {
    var schema = JsonOutputFormat.Schema.builder();
    document
        .properties()
        .forEach(keyword ->
            schema.putAdditionalProperty(
                keyword.getKey(), JsonValue.fromJsonNode(keyword.getValue())));
    return JsonOutputFormat.builder().schema(schema.build()).build();
  }

  private static boolean takes(String keyword, JsonNode value) {
    return KEYWORDS.contains(keyword) || (keyword.equals("minItems") && value.asInt() < 2);
  }
}
