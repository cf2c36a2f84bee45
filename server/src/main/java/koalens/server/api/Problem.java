package koalens.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.Optional;

/// Why a request was not answered, as RFC 9457 problem details. Says nothing of what a person
/// wrote.
///
/// @param kind what went wrong
/// @param detail what exactly, and what to do instead
/// @param field the part of the request at fault, when there is one
record Problem(Kind kind, String detail, Optional<String> field) {

  private static final Header BEARER =
      HeaderValues.createCached(HeaderNames.WWW_AUTHENTICATE, "Bearer");

  /// What can go wrong; each is explained on the documentation page under its word.
  enum Kind {
    MALFORMED(400, "malformed", "The request cannot be read"),
    UNAUTHENTICATED(401, "unauthenticated", "A token is needed"),
    FORBIDDEN(403, "forbidden", "This is not yours to ask"),
    NOT_FOUND(404, "not-found", "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "The method is not allowed here"),
    TIMEOUT(408, "timeout", "The request took too long to arrive"),
    TOO_LARGE(413, "too-large", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The content type is not supported"),
    UNUSABLE_FIELD(422, "unusable-field", "A field cannot be used"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
    LIMIT_REACHED(429, "limit-reached", "The analyses of this month are used"),
    INTERNAL(500, "internal", "The server failed"),
    OVERLOADED(503, "overloaded", "The server is busy"),
    UNAVAILABLE(503, "unavailable", "The server cannot answer now");

    private final int status;
    private final String word;
    private final String title;

    Kind(int status, String word, String title) {
      this.status = status;
      this.word = word;
      this.title = title;
    }

    int status() {
      return status;
    }

    String word() {
      return word;
    }

    String title() {
      return title;
    }
  }

  static Problem of(Kind kind, String detail) {
    return new Problem(kind, detail, Optional.empty());
  }

  static Problem inField(String field, String detail) {
    return new Problem(Kind.UNUSABLE_FIELD, detail, Optional.of(field));
  }

  ProblemException exception() {
    return new ProblemException(this);
  }

  Answer answer(String requestId) {
    return completed(
        Answer.of(kind.status, "application/problem+json", Json.bytes(body(requestId))));
  }

  /// The answer, whatever its shape, with what HTTP wants said beside this problem.
  Answer completed(Answer answer) {
    return switch (kind) {
      case OVERLOADED -> answer.with(HeaderValues.create(HeaderNames.RETRY_AFTER, 1));
      case TIMEOUT -> answer.thenClose();
      case UNAUTHENTICATED -> answer.with(BEARER);
      case MALFORMED,
          FORBIDDEN,
          TOO_MANY_REQUESTS,
          LIMIT_REACHED,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          TOO_LARGE,
          UNSUPPORTED_MEDIA_TYPE,
          UNUSABLE_FIELD,
          INTERNAL,
          UNAVAILABLE ->
          answer;
    };
  }

  private Json.Content body(String requestId) {
    return json -> {
      json.writeStartObject();
      json.writeStringProperty("type", "/docs#problem-" + kind.word);
      json.writeStringProperty("title", kind.title);
      json.writeNumberProperty("status", kind.status);
      json.writeStringProperty("detail", detail);
      field.ifPresent(name -> json.writeStringProperty("field", name));
      json.writeStringProperty("requestId", requestId);
      json.writeEndObject();
    };
  }
}
