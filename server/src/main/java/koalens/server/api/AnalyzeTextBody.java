package koalens.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The body of `POST /analyze-text` as sent: fields of the right type, not yet checked further.
/// Unknown fields are passed over, of a repeated field the last one holds, `null` is as good as
/// absent.
///
/// @param ingredients the list, when given
/// @param text the label text, when given
/// @param userId who asks, when given
/// @param language the language of the label and of the reasons, when given
/// @param policy which doubts decide, when given
/// @param provider who is to answer, when given
/// @param complete whether `text` is said to be the whole list; true when not given
record AnalyzeTextBody(
    Optional<List<String>> ingredients,
    Optional<String> text,
    Optional<String> userId,
    Optional<String> language,
    Optional<String> policy,
    Optional<String> provider,
    boolean complete) {

  /// Reads the JSON text.
  ///
  /// @param longest how many ingredients a list may have
  /// @throws ProblemException when it is no JSON, no object, or a field has the wrong type
  static AnalyzeTextBody read(String text, int longest) {
    return Json.object(text, json -> new Reading(json, longest).body());
  }

  private static final class Reading {
    private final JsonParser json;
    private final int longest;
    private @Nullable List<String> ingredients;
    private @Nullable String text;
    private @Nullable String userId;
    private @Nullable String language;
    private @Nullable String policy;
    private @Nullable String provider;
    private boolean complete = true;

    Reading(JsonParser json, int longest) {
      this.json = json;
      this.longest = longest;
    }

    AnalyzeTextBody body() {
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        field(name);
      }
      return new AnalyzeTextBody(
          Optional.ofNullable(ingredients),
          Optional.ofNullable(text),
          Optional.ofNullable(userId),
          Optional.ofNullable(language),
          Optional.ofNullable(policy),
          Optional.ofNullable(provider),
          complete);
    }

    private void field(String name) {
      switch (name) {
        case "ingredients" -> ingredients = strings(name);
        case "text" -> text = string(name);
        case "userId" -> userId = string(name);
        case "language" -> language = string(name);
        case "policy" -> policy = string(name);
        case "provider" -> provider = string(name);
        case "complete" -> complete = isTrueOrAbsent(name);
        default -> json.skipChildren();
      }
    }

    private @Nullable String string(String field) {
      return switch (json.currentToken()) {
        case VALUE_STRING -> Json.wellFormed(json.getString());
        case VALUE_NULL -> null;
        default -> throw Problem.inField(field, field + " must be a string").exception();
      };
    }

    private boolean isTrueOrAbsent(String field) {
      return switch (json.currentToken()) {
        case VALUE_TRUE, VALUE_NULL -> true;
        case VALUE_FALSE -> false;
        default -> throw Problem.inField(field, field + " must be true or false").exception();
      };
    }

    private @Nullable List<String> strings(String field) {
      if (json.currentToken() == JsonToken.VALUE_NULL) {
        return null;
      }
      if (json.currentToken() != JsonToken.START_ARRAY) {
        throw Problem.inField(field, field + " must be an array of strings").exception();
      }
      var strings = new ArrayList<String>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        add(field, strings);
      }
      return strings;
    }

    private void add(String field, List<String> strings) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        String element = field + "[" + strings.size() + "]";
        throw Problem.inField(element, element + " must be a string").exception();
      }
      if (strings.size() == longest) {
        throw Problem.inField(field, "%s may have %d elements".formatted(field, longest))
            .exception();
      }
      strings.add(Json.wellFormed(json.getString()));
    }
  }
}
