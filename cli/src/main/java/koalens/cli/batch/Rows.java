package koalens.cli.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The rows of a file, in its order, each read when it is asked for. For one thread.
interface Rows extends AutoCloseable {
  /// The next row; empty at the end.
  ///
  /// @throws IllegalArgumentException when the rest of the file cannot be read
  Optional<Row> next() throws IOException;

  /// How much of the file is behind, from 0 to 1.
  double share();

  @Override
  void close() throws IOException;

  /// Which columns or fields count.
  ///
  /// @param text where the labels are
  /// @param id where the names of the foods are; passed over when the file has no such column
  record Columns(String text, String id) {}

  /// Opens a file by what is in it: Parquet, a JSON object a line, or columns divided by commas,
  /// semicolons or tabs below a line with their names.
  ///
  /// @throws IllegalArgumentException naming the file and the mend when it cannot be used
  static Rows open(Path file, Columns columns) throws IOException {
    byte[] first = start(file);
    if (new String(first, StandardCharsets.ISO_8859_1).startsWith("PAR1")) {
      return ParquetRows.open(file, columns);
    }
    String text = new String(first, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    if (text.isEmpty()) {
      throw new IllegalArgumentException(file + " is empty");
    }
    return text.charAt(0) == '{' ? JsonRows.open(file, columns) : CsvRows.open(file, columns, text);
  }

  private static byte[] start(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(1 << 16);
    }
  }
}
