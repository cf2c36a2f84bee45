package koalens.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.SortedMap;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.experiment.statistics.Interval;
import koalens.backend.experiment.statistics.Proportion;
import koalens.engine.knowledge.Status;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An evaluation for machines, as one JSON object.
final class EvaluationJson {
  private EvaluationJson() {}

  /// Writes the figures, then the worst rows.
  ///
  /// @param worst how many rows at most
  static void print(Evaluation evaluation, int worst, boolean passed, PrintWriter out) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeBooleanProperty("passed", passed);
      writeFigures(evaluation, json);
      writeConfusion(evaluation, json);
      writeGroups("languages", evaluation.byLanguage(), json);
      writeGroups("kinds", evaluation.byKind(), json);
      json.writeArrayPropertyStart("worst");
      evaluation.worst(worst).forEach(wrong -> write(wrong, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println(text);
    out.flush();
  }

  private static void writeFigures(Evaluation evaluation, JsonGenerator json) {
    json.writeNumberProperty("rows", evaluation.scored().size());
    write("right", evaluation.right(), json);
    write("answered", evaluation.answered(), json);
    write("nonVeganCalledVegan", evaluation.dangerous(), json);
    write("veganCalledNonVegan", evaluation.falseAlarms(), json);
  }

  private static void write(String name, Proportion proportion, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("hits", proportion.hits());
    json.writeNumberProperty("of", proportion.of());
    json.writeNumberProperty("share", proportion.share());
    Interval interval = proportion.wilson(ShareText.CONFIDENCE);
    json.writeNumberProperty("low", interval.low());
    json.writeNumberProperty("high", interval.high());
    json.writeEndObject();
  }

  private static void writeConfusion(Evaluation evaluation, JsonGenerator json) {
    json.writeObjectPropertyStart("expectedThenAnswered");
    for (Status expected : Status.values()) {
      json.writeObjectPropertyStart(expected.word());
      for (Status answer : Status.values()) {
        json.writeNumberProperty(answer.word(), evaluation.count(expected, answer));
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeGroups(
      String name, SortedMap<String, Evaluation> groups, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    groups.forEach((group, evaluation) -> {
      json.writeObjectPropertyStart(group);
      writeFigures(evaluation, json);
      json.writeEndObject();
    });
    json.writeEndObject();
  }

  private static void write(Scored wrong, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("line", wrong.row().line());
    json.writeStringProperty("language", wrong.row().language());
    json.writeStringProperty("text", wrong.row().text());
    json.writeStringProperty("expected", wrong.row().expected().word());
    json.writeStringProperty("answered", wrong.answer().word());
    json.writeBooleanProperty("dangerous", wrong.isDangerous());
    json.writeArrayPropertyStart("deciding");
    wrong
        .deciding()
        .forEach(ingredient -> {
          json.writeStartObject();
          json.writeStringProperty("name", ingredient.name());
          json.writeStringProperty("reasonCode", AnalysisJson.word(ingredient.reason().code()));
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeEndObject();
  }
}
