package koalens.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import koalens.emulator.scenario.Extremes;
import koalens.emulator.scenario.WireFault;

/// Sends a reply and lets it go wrong on its way.
final class FaultyLine {
  private static final String PAGE =
      "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Bad"
          + " Gateway</h1></body></html>";
  private static final int DEPTH = 200_000;

  private final Line line;
  private final Extremes extremes;

  FaultyLine(Line line, Extremes extremes) {
    this.line = line;
    this.extremes = extremes;
  }

  /// Sends as much as the fault allows. Afterwards the connection must be closed.
  void send(Reply reply, WireFault fault) {
    byte[] body = joined(reply);
    switch (fault) {
      case CONNECTION_RESET -> line.reset();
      case CLOSED_WITHOUT_ANSWER -> {}
      case HANG -> line.rest(extremes.hang());
      case EMPTY_BODY -> whole(reply, new byte[0]);
      case MALFORMED_JSON -> whole(reply, torn(body));
      case TRUNCATED_BODY -> truncated(reply, body);
      case OVERSIZED_BODY -> oversized(reply, body);
      case SLOW_DRIP -> drip(reply, body);
      case WRONG_CONTENT_TYPE -> whole(typed(reply, "text/html"), body);
      case HTML_PAGE -> whole(typed(reply, "text/html"), ascii(PAGE));
      case BAD_GATEWAY -> {
        line.head(502, typed(reply, "text/html").headers(), PAGE.length());
        line.bytes(ascii(PAGE));
      }
      case INVALID_UTF8 -> whole(reply, broken(body));
      case DEEP_NESTING -> whole(reply, ascii("[".repeat(DEPTH)));
      case BROKEN_HEAD -> line.bytes(ascii("HTTP/9 what?\r\n\r\n"));
      case REDIRECT -> line.head(302, Map.of("Location", "http://127.0.0.1:1/"), 0);
    }
  }

  private void whole(Reply reply, byte[] body) {
    line.head(reply.status(), reply.headers(), body.length);
    line.bytes(body);
  }

  private void truncated(Reply reply, byte[] body) {
    line.head(reply.status(), reply.headers(), body.length);
    line.bytes(Arrays.copyOf(body, body.length / 2));
  }

  private void oversized(Reply reply, byte[] body) {
    byte[] start = Arrays.copyOf(body, Math.max(0, body.length - 1));
    byte[] filling = ascii(" ".repeat(8192));
    line.head(reply.status(), reply.headers(), extremes.oversizedBytes());
    line.bytes(start);
    int left = extremes.oversizedBytes() - start.length;
    while (left > 0) {
      int size = Math.min(left, filling.length);
      line.bytes(size == filling.length ? filling : Arrays.copyOf(filling, size));
      left -= size;
    }
  }

  private void drip(Reply reply, byte[] body) {
    line.head(reply.status(), reply.headers(), body.length);
    for (byte one : body) {
      line.bytes(new byte[] {one});
      line.rest(extremes.dripPause());
    }
  }

  private static byte[] torn(byte[] body) {
    int middle = body.length / 2;
    byte[] torn = Arrays.copyOf(body, middle + Math.min(middle, body.length / 3));
    System.arraycopy(
        body, body.length - (torn.length - middle), torn, middle, torn.length - middle);
    return torn;
  }

  private static byte[] broken(byte[] body) {
    byte[] broken = body.clone();
    for (int i = 0; i < broken.length; i += 7) {
      broken[i] = (byte) 0xff;
    }
    return broken;
  }

  private static Reply typed(Reply reply, String type) {
    var headers = new LinkedHashMap<>(reply.headers());
    headers.put("Content-Type", type);
    return new Reply(reply.status(), headers, reply.pieces(), reply.usage());
  }

  private static byte[] joined(Reply reply) {
    var all = new java.io.ByteArrayOutputStream();
    reply.pieces().forEach(piece -> all.writeBytes(piece.bytes()));
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
