package koalens.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

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
  private final Optional<Stream> stream;
  private final List<IntConsumer> waiting;

  private Answer(
      int status,
      Optional<Header> contentType,
      byte[] body,
      List<Header> headers,
      boolean closing,
      Optional<Stream> stream,
      List<IntConsumer> waiting) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.headers = List.copyOf(headers);
    this.closing = closing;
    this.stream = stream;
    this.waiting = List.copyOf(waiting);
  }

  /// A body that is written while it comes about.
  interface Stream {
    /// Writes it all.
    ///
    /// @param settled told, before the end is written, the status that an answer in one piece would
    ///   have had
    /// @throws IOException when the caller is gone
    void writeTo(OutputStream out, IntConsumer settled) throws IOException;
  }

  /// An answer that begins at once and goes on for a while.
  static Answer streaming(String contentType, Stream stream) {
    Header type = HeaderValues.create(HeaderNames.CONTENT_TYPE, contentType);
    return new Answer(
        200, Optional.of(type), NOTHING, List.of(), false, Optional.of(stream), List.of());
  }

  static Answer of(int status, String contentType, byte[] body) {
    Header type = HeaderValues.create(HeaderNames.CONTENT_TYPE, contentType);
    return new Answer(
        status, Optional.of(type), body, List.of(), false, Optional.empty(), List.of());
  }

  static Answer json(byte[] body) {
    return new Answer(200, JSON, body, List.of(), false, Optional.empty(), List.of());
  }

  static Answer json(int status, Json.Content content) {
    return new Answer(
        status, JSON, Json.bytes(content), List.of(), false, Optional.empty(), List.of());
  }

  static Answer empty(int status) {
    return new Answer(
        status, Optional.empty(), NOTHING, List.of(), false, Optional.empty(), List.of());
  }

  Answer with(Header header) {
    var more = new ArrayList<>(headers);
    more.add(header);
    return new Answer(status, contentType, body, more, closing, stream, waiting);
  }

  Answer with(List<Header> added) {
    var more = new ArrayList<>(headers);
    more.addAll(added);
    return added.isEmpty()
        ? this
        : new Answer(status, contentType, body, more, closing, stream, waiting);
  }

  /// The same answer, after which the connection is not used again.
  Answer thenClose() {
    return new Answer(status, contentType, body, headers, true, stream, waiting);
  }

  /// The same answer, of whose outcome the listener is told: at once, or when its stream ends.
  Answer whenSettled(IntConsumer listener) {
    if (stream.isEmpty()) {
      listener.accept(status);
      return this;
    }
    var more = new ArrayList<>(waiting);
    more.add(listener);
    return new Answer(status, contentType, body, headers, closing, stream, more);
  }

  /// Who waits for the stream's outcome.
  List<IntConsumer> waiting() {
    return waiting;
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

  /// What writes the body when it comes about bit by bit.
  Optional<Stream> stream() {
    return stream;
  }

  List<Header> headers() {
    return headers;
  }

  boolean closes() {
    return closing;
  }
}
