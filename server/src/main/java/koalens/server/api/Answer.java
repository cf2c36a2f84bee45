package koalens.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What goes back to the caller. Immutable: nobody writes into the body.
final class Answer {
  private static final byte[] NOTHING = {};
  private static final Optional<Header> JSON =
      Optional.of(HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json"));

  private final int status;
  private final Optional<Header> contentType;
  private final byte[] body;
  private final List<Header> headers;
  private final boolean closing;

  private Answer(
      int status,
      Optional<Header> contentType,
      byte[] body,
      List<Header> headers,
      boolean closing) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.headers = headers;
    this.closing = closing;
  }

  static Answer of(int status, String contentType, byte[] body) {
    Header type = HeaderValues.create(HeaderNames.CONTENT_TYPE, contentType);
    return new Answer(status, Optional.of(type), body, List.of(), false);
  }

  static Answer json(byte[] body) {
    return new Answer(200, JSON, body, List.of(), false);
  }

  static Answer json(int status, Json.Content content) {
    return new Answer(status, JSON, Json.bytes(content), List.of(), false);
  }

  static Answer empty(int status) {
    return new Answer(status, Optional.empty(), NOTHING, List.of(), false);
  }

  Answer with(Header header) {
    List<Header> more = Stream.concat(headers.stream(), Stream.of(header)).toList();
    return new Answer(status, contentType, body, more, closing);
  }

  Answer with(List<Header> added) {
    List<Header> more = Stream.concat(headers.stream(), added.stream()).toList();
    return added.isEmpty() ? this : new Answer(status, contentType, body, more, closing);
  }

  /// The same answer, after which the connection is not used again.
  Answer thenClose() {
    return new Answer(status, contentType, body, headers, true);
  }

  int status() {
    return status;
  }

  /// The header with the media type; empty when there is no body.
  Optional<Header> contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  List<Header> headers() {
    return headers;
  }

  boolean closes() {
    return closing;
  }
}
