package koalens.cli.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON object a line (JSON Lines).
final class JsonRows implements Rows {
  private static final JsonMapper JSON = new JsonMapper();

  private final Columns columns;
  private final CountedStream stream;
  private final BufferedReader reader;
  private long number;

  private JsonRows(Columns columns, CountedStream stream, BufferedReader reader) {
    this.columns = columns;
    this.stream = stream;
    this.reader = reader;
  }

  static Rows open(Path file, Columns columns) throws IOException {
    CountedStream stream = CountedStream.open(file);
    return new JsonRows(columns, stream, new BufferedReader(stream.text()));
  }

  @Override
  public Optional<Row> next() throws IOException {
    String line = reader.readLine();
    while (line != null && line.isBlank()) {
      line = reader.readLine();
    }
    return Optional.ofNullable(line).map(this::row);
  }

  private Row row(String line) {
    number++;
    try {
      JsonNode food = JSON.readTree(line);
      JsonNode text = food.path(columns.text());
      return text.isString()
          ? Row.of(number, food.path(columns.id()).asString(""), text.asString())
          : Row.faulty(number, "no string " + columns.text());
    } catch (JacksonException e) {
      return Row.faulty(number, "not a JSON object");
    }
  }

  @Override
  public double share() {
    return stream.share();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
