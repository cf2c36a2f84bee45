package koalens.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads answers one after the other, looking at the head only as far as it must.
final class Answers {
  private static final String LENGTH = "Content-Length: ";

  private final InputStream in;
  private final byte[] buffer = new byte[65_536];

  Answers(InputStream in) {
    this.in = in;
  }

  void read() throws IOException {
    int filled = 0;
    int end = -1;
    while (end < 0) {
      int count = in.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        throw new EOFException("the connection ended");
      }
      end = endOfHead(filled + count, Math.max(0, filled - 3));
      filled += count;
    }
    in.skipNBytes(end + length(end) - filled);
  }

  private int endOfHead(int filled, int from) {
    for (int i = from; i + 3 < filled; i++) {
      if (buffer[i] == '\r' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
        return i + 4;
      }
    }
    return -1;
  }

  private int length(int end) throws IOException {
    String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
    int at = head.indexOf(LENGTH);
    if (!head.startsWith("HTTP/1.1 200 ") || at < 0) {
      throw new IOException("not answered: " + head);
    }
    int from = at + LENGTH.length();
    return Integer.parseInt(head, from, head.indexOf('\r', from), 10);
  }
}
