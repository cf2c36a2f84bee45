package koalens.cli.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the lines go, and how many are there from an earlier run.
///
/// @param stream to write to
/// @param lines whole ones that are there already
record Output(OutputStream stream, long lines) implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /// Begins the file anew.
  ///
  /// @throws IllegalArgumentException when it is there already
  static Output begin(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new IllegalArgumentException(
          file + " is there already: go on with --resume, or name another with --out");
    }
    return new Output(Files.newOutputStream(file), 0);
  }

  /// Goes on behind the last whole line; half a line, from a run that was cut off, is dropped.
  static Output resume(Path file) throws IOException {
    var access = new RandomAccessFile(file.toFile(), "rw");
    long lines = 0;
    long end = 0;
    byte[] buffer = new byte[BUFFER];
    long at = 0;
    for (int count = access.read(buffer); count >= 0; count = access.read(buffer)) {
      for (int i = 0; i < count; i++) {
        if (buffer[i] == '\n') {
          lines++;
          end = at + i + 1;
        }
      }
      at += count;
    }
    access.setLength(end);
    access.seek(end);
    return new Output(Channels.newOutputStream(access.getChannel()), lines);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
