package koalens.server.api;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.BadRequestException;
import io.helidon.http.HttpMediaType;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the JSON text of a request body within its limits. Thread-safe.
final class BodyReader implements AutoCloseable {
  private static final int PIECE = 8192;

  private final int largest;
  private final TransferWatch watch;

  /// @param largest how many bytes a body may have
  /// @param longest how long it may take to arrive
  /// @param silence how long nothing of it may come meanwhile, no longer than that
  BodyReader(int largest, Duration longest, Duration silence) {
    this.largest = largest;
    this.watch = new TransferWatch(longest, silence);
  }

  String json(Call call) {
    requireJson(call.request());
    return decoded(bytes(call));
  }

  /// The body as it came, whatever its type.
  byte[] bytes(Call call) {
    if (call.request().headers().contentLength().orElse(0) > largest) {
      throw tooLarge();
    }
    return read(call.request());
  }

  /// The JSON text of a body that need not be there.
  String optionalJson(Call call) {
    return call.request().content().hasEntity() ? json(call) : "";
  }

  /// Refuses what does not say that it is JSON in UTF-8.
  static void requireJson(ServerRequest request) {
    Optional<HttpMediaType> type;
    try {
      type = request.headers().contentType();
    } catch (IllegalArgumentException | BadRequestException e) {
      type = Optional.empty();
    }
    if (!type.map(BodyReader::isJson).orElse(false)) {
      throw Problem.of(
              Problem.Kind.UNSUPPORTED_MEDIA_TYPE, "send Content-Type: application/json, in UTF-8")
          .exception();
    }
  }

  private static boolean isJson(HttpMediaType type) {
    String text = type.mediaType().text().toLowerCase(Locale.ROOT);
    boolean utf8 = type.charset().map(name -> name.equalsIgnoreCase("utf-8")).orElse(true);
    return utf8 && (text.equals("application/json") || text.endsWith("+json"));
  }

  private byte[] read(ServerRequest request) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    watch.begin();
    Optional<byte[]> body = Optional.empty();
    try (InputStream stream = request.content().inputStream()) {
      body = Optional.of(read(stream, request.headers().contentLength()));
    } catch (DataReader.InsufficientDataAvailableException | UncheckedIOException | IOException e) {
      // Said below, with the reason.
    } finally {
      requireInTime(watch.end());
    }
    return body.orElseThrow(() ->
        Problem.of(Problem.Kind.MALFORMED, "the body ends before it is complete").exception());
  }

  private static void requireInTime(boolean overdue) {
    if (overdue) {
      throw Problem.of(Problem.Kind.TIMEOUT, "the body took too long to arrive").exception();
    }
  }

  // Room for all of a short body and one more, so that its end is met without making more room.
  private byte[] read(InputStream stream, OptionalLong announced) throws IOException {
    var bytes = new byte[Math.clamp(announced.orElse(PIECE) + 1, 1, PIECE)];
    int length = 0;
    for (int count = stream.read(bytes); count >= 0; count = read(stream, bytes, length)) {
      length += count;
      watch.heard();
      if (length > largest) {
        throw tooLarge();
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int read(InputStream stream, byte[] bytes, int from) throws IOException {
    return stream.read(bytes, from, bytes.length - from);
  }

  private ProblemException tooLarge() {
    return Problem.of(Problem.Kind.TOO_LARGE, "a body may have %d bytes".formatted(largest))
        .exception();
  }

  /// The text the bytes are the UTF-8 of, without a byte order mark.
  ///
  /// @throws ProblemException when they are no UTF-8
  static String decoded(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      requireUtf8(bytes);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  // The decoder puts U+FFFD where bytes are no UTF-8; a caller may send one too.
  private static void requireUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw Problem.of(Problem.Kind.MALFORMED, "the body is not valid UTF-8").exception();
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
