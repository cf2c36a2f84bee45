package koalens.cli.batch;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What is written of a row: one JSON object and a line end.
final class Line {
  private static final JsonFactory JSON = new JsonFactory();

  private Line() {}

  /// The verdict, with the names that decided it.
  static void write(Row row, Judgement judgement, ByteArrayOutputStream out) {
    try (JsonGenerator json = begin(row, out)) {
      json.writeStringProperty("status", judgement.verdict().status().word());
      json.writeArrayPropertyStart("deciding");
      names(judgement.verdict()).forEach(json::writeString);
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

  private static Stream<String> names(Verdict verdict) {
    List<JudgedIngredient> deciding =
        switch (verdict) {
          case Verdict.Vegan() -> List.of();
          case Verdict.NonVegan(var evidence) -> evidence;
          case Verdict.MaybeVegan(var evidence) -> evidence;
          case Verdict.Unknown(var unrecognised) -> unrecognised;
        };
    return deciding.stream().map(JudgedIngredient::name).distinct();
  }
}
