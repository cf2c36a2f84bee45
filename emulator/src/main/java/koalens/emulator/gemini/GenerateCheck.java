package koalens.emulator.gemini;

import static koalens.emulator.gemini.GeminiErrors.invalid;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import koalens.emulator.wire.FailedCall;
import tools.jackson.databind.JsonNode;

/// Turns away what generateContent turns away.
final class GenerateCheck {
  private static final Set<String> FIELDS =
      Set.of(
          "contents",
          "systemInstruction",
          "generationConfig",
          "safetySettings",
          "tools",
          "toolConfig",
          "cachedContent",
          "model",
          "serviceTier",
          "labels",
          "store");
  private static final Set<String> CONFIG =
      Set.of(
          "maxOutputTokens",
          "responseMimeType",
          "responseJsonSchema",
          "_responseJsonSchema",
          "responseSchema",
          "thinkingConfig",
          "mediaResolution",
          "temperature",
          "topP",
          "topK",
          "candidateCount",
          "stopSequences",
          "seed",
          "presencePenalty",
          "frequencyPenalty",
          "responseModalities",
          "responseLogprobs",
          "logprobs",
          "speechConfig",
          "imageConfig",
          "enableEnhancedCivicAnswers",
          "responseFormat");
  private static final List<String> TYPES =
      List.of(
          "image/jpeg",
          "image/png",
          "image/webp",
          "image/heic",
          "image/heif",
          "video/mp4",
          "video/mpeg",
          "video/mov",
          "video/quicktime",
          "video/avi",
          "video/x-flv",
          "video/mpg",
          "video/webm",
          "video/wmv",
          "video/3gpp",
          "audio/wav",
          "audio/mp3",
          "audio/aiff",
          "audio/aac",
          "audio/ogg",
          "audio/flac",
          "application/pdf",
          "text/plain");

  private final JsonNode body;
  private final GeminiModel model;
  private final Files files;

  private GenerateCheck(JsonNode body, GeminiModel model, Files files) {
    this.body = body;
    this.model = model;
    this.files = files;
  }

  /// Checks a body whose names are in camel case.
  ///
  /// @throws FailedCall with what is wrong first
  static void check(JsonNode body, GeminiModel model, Files files) {
    var check = new GenerateCheck(body, model, files);
    known(body, FIELDS, "");
    check.contents();
    check.config();
  }

  private static void known(JsonNode object, Set<String> names, String place) {
    object.propertyNames().stream()
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw invalid(
              "Invalid JSON payload received. Unknown name \"%s\"%s: Cannot find field."
                  .formatted(name, place));
        });
  }

  private void contents() {
    JsonNode contents = body.path("contents");
    if (contents.isEmpty()) {
      throw invalid("* GenerateContentRequest.contents: contents is not specified");
    }
    List<JsonNode> all = contents.isArray() ? contents.valueStream().toList() : List.of(contents);
    for (int i = 0; i < all.size(); i++) {
      content(i, all.get(i));
    }
  }

  private void content(int index, JsonNode content) {
    String role = content.path("role").asString("user");
    if (!role.equals("user") && !role.equals("model")) {
      throw invalid("Please use a valid role: user, model.");
    }
    JsonNode parts = content.path("parts");
    if (parts.isEmpty()) {
      throw invalid(
          "* GenerateContentRequest.contents[%d].parts: contents.parts must not be empty."
              .formatted(index));
    }
    Stream<JsonNode> all = parts.isArray() ? parts.valueStream() : Stream.of(parts);
    all.forEach(this::part);
  }

  private void part(JsonNode part) {
    if (!part.isObject()) {
      throw invalid("Invalid value at 'contents.parts' (type.googleapis.com/google.ai.Part)");
    }
    if (part.has("inlineData")) {
      inline(part.path("inlineData"));
    }
    if (part.has("fileData")) {
      files.require(part.path("fileData").path("fileUri").asString(""));
      type(part.path("fileData"));
    }
  }

  private static void inline(JsonNode data) {
    type(data);
    try {
      if (Base64.getMimeDecoder().decode(data.path("data").asString("")).length == 0) {
        throw invalid("Unable to process input image: it is empty.");
      }
    } catch (IllegalArgumentException e) {
      throw invalid(
          "Invalid value at 'contents[0].parts[0].inline_data.data' (TYPE_BYTES), Base64 decoding"
              + " failed");
    }
  }

  private static void type(JsonNode data) {
    String type = data.path("mimeType").asString("");
    if (!TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      throw invalid("Unsupported MIME type: " + type);
    }
  }

  private void config() {
    JsonNode config = body.path("generationConfig");
    known(config, CONFIG, " at 'generation_config'");
    range(config, "temperature", 0, 2);
    range(config, "topP", 0, 1);
    range(config, "maxOutputTokens", 1, 1_000_000);
    schema(config);
    thinking(config.path("thinkingConfig"));
  }

  private static void range(JsonNode config, String field, double least, double most) {
    JsonNode value = config.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return;
    }
    double number = value.isNumber() ? value.asDouble() : Double.NaN;
    if (!(number >= least && number <= most)) {
      throw invalid(
          "* GenerateContentRequest.generation_config.%s: %s must be in the range [%s, %s]."
              .formatted(field, field, least, most));
    }
  }

  private static void schema(JsonNode config) {
    boolean json = config.has("responseJsonSchema") || config.has("_responseJsonSchema");
    boolean open = config.has("responseSchema");
    if (json && open) {
      throw invalid(
          "* GenerateContentRequest.generation_config: only one of response_schema and"
              + " response_json_schema may be set.");
    }
    String type = config.path("responseMimeType").asString("");
    if ((json || open) && !type.equals("application/json")) {
      throw invalid(
          "* GenerateContentRequest.generation_config.response_schema: only allowed when"
              + " response_mime_type is 'application/json'.");
    }
  }

  private void thinking(JsonNode thinking) {
    if (thinking.has("thinkingBudget") && !model.takesBudget()) {
      throw invalid("thinking_budget is not supported by this model; use thinking_level.");
    }
    if (thinking.has("thinkingBudget") && thinking.has("thinkingLevel")) {
      throw invalid("You can only set one of thinking_budget and thinking_level.");
    }
    String level = thinking.path("thinkingLevel").asString("").toLowerCase(Locale.ROOT);
    if (!level.isEmpty() && !model.thinkingLevels().contains(level)) {
      throw invalid("Thinking level %s is not supported by this model.".formatted(level));
    }
  }
}
