package koalens.emulator.wire;

import io.helidon.http.BadRequestException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads a request wholly, within a bound of bytes.
final class RequestReader {
  private final int largest;

  RequestReader(int largest) {
    this.largest = largest;
  }

  /// Reads what the caller sends.
  ///
  /// @throws BadRequestException when the body breaks off
  Request read(ServerRequest incoming) {
    byte[] body = body(incoming);
    boolean tooLarge = body.length > largest;
    return new Request(
        incoming.prologue().method().text(),
        incoming.path().path(),
        query(incoming),
        headers(incoming),
        tooLarge ? Content.EMPTY : Content.of(body),
        tooLarge,
        "http://" + incoming.authority());
  }

  private byte[] body(ServerRequest incoming) {
    if (!incoming.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream stream = incoming.content().inputStream()) {
      byte[] body = stream.readNBytes(largest + 1);
      stream.skip(Long.MAX_VALUE);
      return body;
    } catch (IOException | UncheckedIOException e) {
      throw new BadRequestException("the body breaks off", e);
    }
  }

  private static Map<String, String> query(ServerRequest incoming) {
    var query = new HashMap<String, String>();
    incoming
        .query()
        .names()
        .forEach(name -> query.put(name, incoming.query().first(name).orElse("")));
    return query;
  }

  private static Map<String, String> headers(ServerRequest incoming) {
    var headers = new HashMap<String, String>();
    incoming
        .headers()
        .forEach(
            header -> headers.putIfAbsent(header.name().toLowerCase(Locale.ROOT), header.get()));
    return headers;
  }
}
