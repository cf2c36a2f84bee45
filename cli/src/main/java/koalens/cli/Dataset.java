package koalens.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import koalens.engine.knowledge.Status;

/// Labelled label texts, read from tab-separated text with a header line. `\n` in a text is a line
/// break.
final class Dataset {
  private static final List<String> NEEDED = List.of("lang", "text", "expected");

  private final Path file;
  private final List<String> columns;

  private Dataset(Path file, List<String> columns) {
    this.file = file;
    this.columns = columns;
  }

  /// One labelled text.
  ///
  /// @param line where it stands in the file
  /// @param language the language it is said to be in
  /// @param level `ingredient` for a single ingredient, anything else for a whole label
  /// @param text the label text
  /// @param expected the verdict it should get
  /// @param kind what it tests; empty when not said
  record Row(int line, String language, String level, String text, Status expected, String kind) {}

  /// Reads the file.
  ///
  /// @throws IllegalArgumentException naming file, line and mend when it cannot be used
  static List<Row> read(Path file) throws IOException {
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(file + " is empty: it needs a header line");
    }
    var dataset = new Dataset(file, List.of(lines.getFirst().split("\t", -1)));
    dataset.requireColumns();
    var rows = new ArrayList<Row>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(dataset.row(i + 1, lines.get(i)));
      }
    }
    return rows;
  }

  private static List<String> lines(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not UTF-8 text: save it as UTF-8");
    }
  }

  private void requireColumns() {
    for (String column : NEEDED) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException(
            file + ":1: no column '" + column + "'; it needs " + String.join(", ", NEEDED));
      }
    }
  }

  private Row row(int line, String text) {
    List<String> fields = List.of(text.split("\t", -1));
    if (fields.size() != columns.size()) {
      throw new IllegalArgumentException(
          "%s:%d: %d fields where the header has %d"
              .formatted(file, line, fields.size(), columns.size()));
    }
    return new Row(
        line,
        field(fields, "lang"),
        field(fields, "level"),
        field(fields, "text").replace("\\n", "\n"),
        status(line, field(fields, "expected")),
        field(fields, "kind"));
  }

  private String field(List<String> fields, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : fields.get(at);
  }

  private Status status(int line, String word) {
    try {
      return Status.named(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s:%d: column expected: %s".formatted(file, line, e.getMessage()));
    }
  }
}
