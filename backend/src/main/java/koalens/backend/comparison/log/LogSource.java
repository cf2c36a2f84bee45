package koalens.backend.comparison.log;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Where log lines come from: a file, plain or packed, or a stream.
///
/// @param name what it is called in messages
/// @param opening opens it
public record LogSource(String name, Opening opening) {
  private static final int AHEAD = 1 << 16;
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
  private static final byte[] SQLITE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

  /// Opens a stream.
  public interface Opening {
    /// The stream, from its beginning.
    InputStream open() throws IOException;
  }

  /// The files meant: of a folder all in it, hidden ones apart, by name.
  ///
  /// @throws LogException when there is none
  public static List<LogSource> of(List<Path> paths) {
    List<LogSource> sources = paths.stream().flatMap(LogSource::files).toList();
    if (sources.isEmpty()) {
      throw new LogException("no files in " + paths + ": name a log file, or a folder of them");
    }
    return sources;
  }

  private static Stream<LogSource> files(Path path) {
    if (!Files.exists(path)) {
      throw new LogException(path + " is not there: name a log file, or a folder of them");
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all
          .filter(Files::isRegularFile)
          .filter(file -> file.equals(path) || !file.getFileName().toString().startsWith("."))
          .sorted()
          .map(file -> new LogSource(file.toString(), () -> Files.newInputStream(file)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new LogException(path + " cannot be listed: " + e.getMessage(), e);
    }
  }

  /// The bytes, unpacked where the first of them say that they are packed.
  InputStream unpacked() throws IOException {
    var in = new BufferedInputStream(opening.open(), AHEAD);
    in.mark(AHEAD);
    byte[] first = in.readNBytes(SQLITE.length);
    in.reset();
    if (startsWith(first, GZIP)) {
      return new CutOff(new GZIPInputStream(in, AHEAD));
    }
    if (startsWith(first, ZSTD)) {
      return new ZstdInputStreamNoFinalizer(in).setContinuous(true);
    }
    if (startsWith(first, SQLITE)) {
      throw new LogException(name + " is a database and no log: give it with --ledger");
    }
    return in;
  }

  // A file that is copied while it is written, or whose disk was full, ends where it ends.
  private static final class CutOff extends FilterInputStream {
    CutOff(InputStream packed) {
      super(packed);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        return super.read(into, from, length);
      } catch (EOFException e) {
        return -1;
      }
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
