package koalens.server.api;

import io.helidon.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// What goes back to the caller. Immutable: nobody writes into the body.
final class Answer {
  private static final byte[] NOTHING = {};

  private final int status;
  private final String contentType;
  private final byte[] body;
  private final List<Header> headers;
  private final boolean closing;

  private Answer(
      int status, String contentType, byte[] body, List<Header> headers, boolean closing) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.headers = headers;
    this.closing = closing;
  }

  static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, contentType, body, List.of(), false);
  }

  static Answer json(String body) {
    return of(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer json(int status, Json.Content content) {
    return of(status, "application/json", Json.bytes(content));
  }

  static Answer empty(int status) {
    return of(status, "", NOTHING);
  }

  Answer with(Header header) {
    List<Header> more = Stream.concat(headers.stream(), Stream.of(header)).toList();
    return new Answer(status, contentType, body, more, closing);
  }

  /// The same answer, after which the connection is not used again.
  Answer thenClose() {
    return new Answer(status, contentType, body, headers, true);
  }

  int status() {
    return status;
  }

  /// The media type; empty when there is no body.
  String contentType() {
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
