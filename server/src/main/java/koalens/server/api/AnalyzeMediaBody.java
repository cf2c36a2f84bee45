package koalens.server.api;

import io.helidon.http.HeaderNames;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import koalens.server.api.Multipart.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The body of the media routes as sent: a form with the medium as a file, or JSON with it in
/// base64 or as a data URI.
final class AnalyzeMediaBody {
  private static final Set<String> TEXTS = Set.of("userId", "language", "policy", "provider");
  private static final Base64.Decoder BASE64 = Base64.getDecoder();

  private final byte[] medium;
  private final Map<String, String> fields;

  private AnalyzeMediaBody(byte[] medium, Map<String, String> fields) {
    this.medium = medium;
    this.fields = Map.copyOf(fields);
  }

  /// The bytes of the medium; nobody writes into them.
  byte[] medium() {
    return medium;
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  /// Reads the body.
  ///
  /// @param formField the form's field with the file
  /// @param jsonField the JSON object's field with the base64 text
  /// @throws ProblemException when it is neither, or the medium is missing
  static AnalyzeMediaBody read(Call call, BodyReader bodies, String formField, String jsonField) {
    String type = call.header(HeaderNames.CONTENT_TYPE).orElse("");
    if (Multipart.is(type)) {
      return ofForm(Multipart.parts(type, bodies.bytes(call)), formField);
    }
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw Problem.of(
              Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
              "send multipart/form-data with a file in the field %s, or application/json"
                  .formatted(formField))
          .exception();
    }
    return ofJson(bodies.json(call), jsonField);
  }

  private static AnalyzeMediaBody ofForm(Iterable<Part> parts, String formField) {
    var fields = new HashMap<String, String>();
    byte[] medium = null;
    for (Part part : parts) {
      if (part.name().equals(formField)) {
        medium = part.bytes();
      } else if (TEXTS.contains(part.name())) {
        fields.put(part.name(), part.text());
      }
    }
    if (medium == null) {
      throw missing(formField);
    }
    return new AnalyzeMediaBody(medium, fields);
  }

  private static AnalyzeMediaBody ofJson(String text, String jsonField) {
    Map<String, String> fields;
    try (JsonParser json = Json.parser(text)) {
      fields = strings(json);
    } catch (JacksonException e) {
      // Its message quotes what was sent.
      throw Problem.of(Problem.Kind.MALFORMED, "the body is not valid JSON").exception();
    }
    String encoded = fields.remove(jsonField);
    if (encoded == null) {
      throw missing(jsonField);
    }
    return new AnalyzeMediaBody(decoded(encoded, jsonField), fields);
  }

  private static Map<String, String> strings(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw Problem.inField("body", "the body must be a JSON object").exception();
    }
    var strings = new HashMap<String, String>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        strings.put(name, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return strings;
  }

  private static byte[] decoded(String encoded, String field) {
    boolean uri = encoded.startsWith("data:");
    int comma = encoded.indexOf(',');
    if (uri && (comma < 0 || !encoded.substring(0, comma).endsWith(";base64"))) {
      throw Problem.inField(field, field + " must be base64 or a data URI in base64").exception();
    }
    try {
      return BASE64.decode(encoded.substring(uri ? comma + 1 : 0).strip());
    } catch (IllegalArgumentException e) {
      throw Problem.inField(field, field + " is not valid base64").exception();
    }
  }

  private static ProblemException missing(String field) {
    return Problem.inField(field, field + " is missing: it holds the photo or film").exception();
  }
}
