package koalens.server.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Reads and writes JSON token by token. Thread-safe.
final class Json {
  private static final int DEEPEST = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  // Bodies are bounded before they come here; a photo in base64 is one long string.
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Json() {}

  /// Writes one JSON value.
  interface Content {
    void writeTo(JsonGenerator json);
  }

  static byte[] bytes(Content content) {
    var bytes = new ByteArrayOutputStream();
    write(bytes, content);
    return bytes.toByteArray();
  }

  /// Writes the value and closes what it is written to; what fails before its end is not completed.
  ///
  /// @throws UncheckedIOException when it cannot be written
  static void write(OutputStream out, Content content) {
    // Through a Writer: half a character in a name must not break the answer.
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), writer);
      content.writeTo(json);
      json.close();
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(new IOException("the answer cannot be written", e));
    }
  }

  private static JsonParser parser(String text) {
    return FACTORY.createParser(ObjectReadContext.empty(), text);
  }

  /// Reads a text that is one JSON object and nothing else.
  ///
  /// @param fields reads from behind the opening brace up to the closing one
  /// @throws ProblemException when it is something else
  static <T> T object(String text, Function<JsonParser, T> fields) {
    try (JsonParser json = parser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw notAnObject(json);
      }
      T read = fields.apply(json);
      if (json.nextToken() != null) {
        throw Problem.of(Problem.Kind.MALFORMED, "something follows the JSON object").exception();
      }
      return read;
    } catch (JacksonException e) {
      // Its message quotes what the person wrote.
      throw malformed();
    }
  }

  // What is no JSON at all is malformed, not of the wrong type.
  private static ProblemException notAnObject(JsonParser json) {
    json.skipChildren();
    return json.currentToken() == null || json.nextToken() != null
        ? malformed()
        : Problem.inField("body", "the body must be a JSON object").exception();
  }

  private static ProblemException malformed() {
    return Problem.of(Problem.Kind.MALFORMED, "the body is not valid JSON").exception();
  }

  // JSON can name half a character, which no answer, log or database could hold.
  static String wellFormed(String text) {
    if (!hasSurrogates(text)) {
      return text;
    }
    int[] codePoints = text.codePoints().map(Json::whole).toArray();
    return new String(codePoints, 0, codePoints.length);
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int whole(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint;
  }
}
