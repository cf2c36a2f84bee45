package koalens.server.api;

import io.helidon.http.HeaderNames;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import koalens.server.api.Multipart.Part;

/// The body of the media routes as sent: a form with the medium as a file, or JSON with it in
/// base64 or as a data URI.
final class AnalyzeMediaBody {
  private static final Set<String> TEXTS = Set.of("userId", "language", "policy", "provider");
  private static final ReentrantLock ALONE = new ReentrantLock();
  private static final Base64.Decoder BASE64 = Base64.getDecoder();

  private final String mediumField;
  private final byte[] medium;
  private final Map<String, String> fields;

  private AnalyzeMediaBody(String mediumField, byte[] medium, Map<String, String> fields) {
    this.mediumField = mediumField;
    this.medium = medium;
    this.fields = Map.copyOf(fields);
  }

  /// The field that the medium came in.
  String mediumField() {
    return mediumField;
  }

  /// The bytes of the medium; nobody writes into them.
  byte[] medium() {
    return medium;
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /// Reads the body.
  ///
  /// @param formField the form's field with the file
  /// @param jsonField the JSON object's field with the base64 text
  /// @throws ProblemException when it is neither, or the medium is missing
  static AnalyzeMediaBody read(Call call, BodyReader bodies, String formField, String jsonField) {
    String type = call.header(HeaderNames.CONTENT_TYPE).orElse("");
    if (Multipart.is(type)) {
      byte[] form = bodies.bytes(call);
      return alone(() -> ofForm(Multipart.parts(type, form), formField));
    }
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw Problem.of(
              Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
              "send multipart/form-data with a file in the field %s, or application/json"
                  .formatted(formField))
          .exception();
    }
    BodyReader.requireJson(call.request());
    byte[] json = bodies.bytes(call);
    return alone(() -> ofJson(BodyReader.decoded(json), jsonField));
  }

  // To take a large body apart takes some seven times its size, for a moment.
  private static AnalyzeMediaBody alone(Supplier<AnalyzeMediaBody> work) {
    ALONE.lock();
    try {
      return work.get();
    } finally {
      ALONE.unlock();
    }
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
    // What a form was not filled in with is empty.
    fields.values().removeIf(String::isBlank);
    return new AnalyzeMediaBody(formField, medium, fields);
  }

  private static AnalyzeMediaBody ofJson(String text, String jsonField) {
    Fields sent = Fields.read(text);
    String encoded = sent.string(jsonField).orElseThrow(() -> missing(jsonField));
    var fields = new HashMap<String, String>();
    TEXTS.forEach(name -> sent.string(name).ifPresent(value -> fields.put(name, value)));
    return new AnalyzeMediaBody(jsonField, decoded(encoded, jsonField), fields);
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
