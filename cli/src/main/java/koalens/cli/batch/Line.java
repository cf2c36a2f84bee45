package koalens.cli.batch;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What is written of a row: one JSON object and a line end.
final class Line {
  private static final JsonFactory JSON = new JsonFactory();

  private Line() {}

  /// The verdict, with the names that decided it.
  static void write(Row row, Outcome outcome, ByteArrayOutputStream out) {
    try (JsonGenerator json = begin(row, out)) {
      json.writeStringProperty("status", outcome.status().word());
      json.writeArrayPropertyStart("deciding");
      outcome.deciding().forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  /// That the row cannot be read.
  static void writeFault(Row row, String fault, ByteArrayOutputStream out) {
    try (JsonGenerator json = begin(row, out)) {
      json.writeStringProperty("error", fault);
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static JsonGenerator begin(Row row, ByteArrayOutputStream out) {
    JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartObject();
    json.writeNumberProperty("row", row.number());
    if (!row.id().isEmpty()) {
      json.writeStringProperty("id", row.id());
    }
    return json;
  }
}
