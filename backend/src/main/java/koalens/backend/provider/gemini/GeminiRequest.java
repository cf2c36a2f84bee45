package koalens.backend.provider.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Part;
import com.google.genai.types.ThinkingConfig;
import com.google.genai.types.ThinkingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import koalens.backend.provider.AnswerSchema;
import koalens.backend.provider.Exchange;
import koalens.backend.provider.ModelCapabilities;
import koalens.backend.provider.Prompt;
import koalens.backend.provider.SchemaDialect;

/// Puts a prompt into Gemini's words.
final class GeminiRequest {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$id",
          "$defs",
          "$ref",
          "$anchor",
          "type",
          "format",
          "title",
          "description",
          "enum",
          "items",
          "prefixItems",
          "minItems",
          "maxItems",
          "minimum",
          "maximum",
          "anyOf",
          "oneOf",
          "properties",
          "additionalProperties",
          "required",
          "propertyOrdering");
  private static final Function<AnswerSchema<?>, ObjectNode> SCHEMAS =
      new SchemaDialect((keyword, _) -> KEYWORDS.contains(keyword)).expressed(schema -> schema);
  private static final int NO_THINKING = 0;

  private final ModelCapabilities capabilities;

  GeminiRequest(ModelCapabilities capabilities) {
    this.capabilities = capabilities;
  }

  /// The conversation.
  ///
  /// @param media the prompt's media, inline or by reference
  List<Content> contents(Exchange exchange, List<Part> media) {
    var parts = new ArrayList<>(media);
    if (!exchange.prompt().text().isBlank()) {
      parts.add(Part.fromText(exchange.prompt().text()));
    }
    var contents = new ArrayList<Content>();
    contents.add(content("user", parts));
    exchange
        .repair()
        .ifPresent(repair -> {
          contents.add(content("model", List.of(Part.fromText(repair.answer()))));
          contents.add(content("user", List.of(Part.fromText(repair.request()))));
        });
    return contents;
  }

  /// Contents with the same tokens, for an endpoint that takes no instruction beside them.
  List<Content> counted(Prompt<?> prompt, List<Part> media) {
    var contents = new ArrayList<Content>();
    if (!prompt.system().isBlank()) {
      contents.add(content("user", List.of(Part.fromText(prompt.system()))));
    }
    contents.addAll(contents(Exchange.first(prompt), media));
    return contents;
  }

  GenerateContentConfig config(Prompt<?> prompt, HttpOptions options) {
    var config =
        GenerateContentConfig.builder()
            .maxOutputTokens(prompt.maxOutputTokens())
            .responseMimeType("application/json")
            .responseJsonSchema(SCHEMAS.apply(prompt.schema()))
            .shouldReturnHttpResponse(true)
            .httpOptions(options);
    if (!prompt.system().isBlank()) {
      config.systemInstruction(Content.fromParts(Part.fromText(prompt.system())));
    }
    if (capabilities.sampling()) {
      // The most likely answer: the same list should be judged alike.
      config.temperature(0f);
    }
    switch (capabilities.thinking()) {
      case NONE -> {}
      case BUDGET -> config.thinkingConfig(ThinkingConfig.builder().thinkingBudget(NO_THINKING));
      case LEVEL ->
          config.thinkingConfig(ThinkingConfig.builder().thinkingLevel(ThinkingLevel.Known.LOW));
    }
    return config.build();
  }

  private static Content content(String role, List<Part> parts) {
    return Content.builder().role(role).parts(parts).build();
  }
}
