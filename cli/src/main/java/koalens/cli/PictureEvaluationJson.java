package koalens.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import koalens.engine.knowledge.Status;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An evaluation of pictures for machines, as one JSON object.
final class PictureEvaluationJson {
  private PictureEvaluationJson() {}

  static void print(PictureEvaluation evaluation, int worst, boolean passed, PrintWriter out) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeBooleanProperty("passed", passed);
      writeFigures(evaluation, json);
      json.writeObjectPropertyStart("groups");
      evaluation
          .byGroup()
          .forEach((name, group) -> {
            json.writeObjectPropertyStart(name);
            writeFigures(group, json);
            json.writeEndObject();
          });
      json.writeEndObject();
      json.writeArrayPropertyStart("worst");
      evaluation.worst(worst).forEach(one -> write(one, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println(text);
    out.flush();
  }

  private static void writeFigures(PictureEvaluation evaluation, JsonGenerator json) {
    json.writeNumberProperty("pictures", evaluation.pictures().size());
    json.writeNumberProperty("characterErrorRate", evaluation.characterErrors().share());
    json.writeNumberProperty("ingredients", evaluation.near().of());
    json.writeNumberProperty("found", evaluation.near().share());
    json.writeNumberProperty("foundExactly", evaluation.exact().share());
    json.writeNumberProperty("verdictRight", evaluation.right().share());
    json.writeNumberProperty("falseVegan", evaluation.dangerous().hits());
    json.writeNumberProperty("medianMs", evaluation.millis(0.5));
    json.writeNumberProperty("ninthDecileMs", evaluation.millis(0.9));
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

  private static void write(ReadPicture picture, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("file", picture.file().getFileName().toString());
    json.writeStringProperty("expected", picture.expected().word());
    json.writeStringProperty("answer", picture.answer().word());
    json.writeBooleanProperty("falseVegan", picture.isDangerous());
    json.writeArrayPropertyStart("missed");
    picture.missed().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("read", picture.text());
    json.writeEndObject();
  }
}
