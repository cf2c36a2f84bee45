package koalens.cli.batch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Knows how much was read from it. For one thread.
final class CountedStream extends FilterInputStream {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final long size;
  private long read;

  private CountedStream(InputStream stream, long size) {
    super(stream);
    this.size = size;
  }

  /// A text file's bytes, those of a byte order mark passed over.
  static CountedStream open(Path file) throws IOException {
    var bytes = new PushbackInputStream(Files.newInputStream(file), BYTE_ORDER_MARK.length);
    byte[] start = bytes.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
      bytes.unread(start);
    }
    return new CountedStream(bytes, Files.size(file));
  }

  /// Its text; what is not UTF-8 is U+FFFD in it.
  Reader text() {
    return new InputStreamReader(this, StandardCharsets.UTF_8);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    read += one < 0 ? 0 : 1;
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    read += Math.max(count, 0);
    return count;
  }

  double share() {
    return size == 0 ? 1 : Math.min(1, (double) read / size);
  }
}
