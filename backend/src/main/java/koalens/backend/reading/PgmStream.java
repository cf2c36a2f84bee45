package koalens.backend.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads grey pictures that follow each other in the PGM format. Not thread-safe.
final class PgmStream {
  private final InputStream stream;
  private final long mostPixels;
  private int count;

  PgmStream(InputStream stream, long mostPixels) {
    this.stream = stream;
    this.mostPixels = mostPixels;
  }

  /// How many were read.
  int count() {
    return count;
  }

  /// The next picture; nothing after the last one.
  @Nullable GreyImage next() throws IOException {
    int first = stream.read();
    if (first < 0) {
      return null;
    }
    if (first != 'P' || stream.read() != '5') {
      throw new IOException("no PGM picture");
    }
    stream.read();
    int width = number();
    int height = number();
    if (number() != 255 || width < 1 || height < 1 || (long) width * height > mostPixels) {
      throw new IOException("a PGM picture of the wrong kind");
    }
    byte[] levels = stream.readNBytes(width * height);
    if (levels.length < width * height) {
      throw new EOFException("the picture ends early");
    }
    count++;
    return new GreyImage(width, height, levels);
  }

  // Ends with the one space or line break after it.
  private int number() throws IOException {
    int value = 0;
    for (int c = stream.read(); c > ' '; c = stream.read()) {
      if (c < '0' || c > '9' || value > 1_000_000) {
        throw new IOException("no number where one belongs");
      }
      value = 10 * value + c - '0';
    }
    return value;
  }
}
