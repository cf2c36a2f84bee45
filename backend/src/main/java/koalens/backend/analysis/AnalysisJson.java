package koalens.backend.analysis;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Role;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes an analysis as JSON: the same document over HTTP, in the ledger and on the command line.
/// Thread-safe.
public final class AnalysisJson {
  private static final JsonFactory JSON = new JsonFactory();

  private AnalysisJson() {}

  /// The analysis as a JSON object, on one line.
  public static String write(Analysis analysis) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      writeVerdict(analysis, json);
      writeIngredients(analysis, json);
      writeCircumstances(analysis, json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void writeVerdict(Analysis analysis, JsonGenerator json) {
    json.writeStringProperty("id", analysis.id());
    json.writeName("isVegan");
    analysis.isVegan().ifPresentOrElse(json::writeBoolean, json::writeNull);
    json.writeStringProperty("status", analysis.status().word());
    json.writeNumberProperty("confidence", hundredths(analysis.confidence()));
  }

  // Rounded down: nearly certain never reads as certain.
  private static double hundredths(double share) {
    return Math.floor(share * 100) / 100;
  }

  private static void writeIngredients(Analysis analysis, JsonGenerator json) {
    json.writeArrayPropertyStart("ingredients");
    analysis.ingredients().forEach(ingredient -> write(ingredient, json));
    json.writeEndArray();
    writeNames("ingredientList", analysis.ingredientList(), json);
    writeNames("nonVeganIngredients", analysis.contentsThatAre(Status.NON_VEGAN), json);
    writeNames("uncertainIngredients", analysis.contentsThatAre(Status.MAYBE_VEGAN), json);
    writeNames("unknownIngredients", analysis.contentsThatAre(Status.UNKNOWN), json);
    writeNames("traceIngredients", analysis.traceIngredients(), json);
  }

  private static void write(AnalyzedIngredient ingredient, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", ingredient.name());
    json.writeStringProperty("status", ingredient.status().word());
    json.writeStringProperty("reason", ingredient.reason());
    json.writeStringProperty("reasonCode", word(ingredient.reasonCode()));
    json.writeStringProperty("source", ingredient.source().word());
    json.writeStringProperty("role", word(ingredient.role()));
    json.writeName("entry");
    ingredient.entry().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeNumberProperty("start", ingredient.start());
    json.writeNumberProperty("end", ingredient.end());
    json.writeName("percent");
    ingredient.percent().ifPresentOrElse(json::writeNumber, json::writeNull);
    json.writeNumberProperty("depth", ingredient.depth());
    json.writeEndObject();
  }

  private static void writeCircumstances(Analysis analysis, JsonGenerator json) {
    json.writeStringProperty("reasoning", analysis.reasoning());
    json.writeStringProperty("language", analysis.language());
    json.writeStringProperty("detectedLanguage", analysis.detectedLanguage());
    json.writeBooleanProperty("listFound", analysis.listFound());
    json.writeBooleanProperty("truncated", analysis.truncated());
    writeNames("imageQualityIssues", List.of(), json);
    json.writeStringProperty("provider", analysis.provenance().provider());
    json.writeName("model");
    analysis.provenance().model().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeStringProperty("assignment", analysis.provenance().assignment());
    json.writeStringProperty("knowledge", analysis.knowledge());
    json.writeStringProperty("requestId", analysis.requestId());
    json.writeStringProperty("at", analysis.at().toString());
    json.writeNumberProperty("durationMs", analysis.durationMs());
  }

  private static void writeNames(String property, List<String> names, JsonGenerator json) {
    json.writeArrayPropertyStart(property);
    names.forEach(json::writeString);
    json.writeEndArray();
  }

  /// The word for a reason at the doors: `ANIMAL_IN_PARTS` → `animal-in-parts`.
  public static String word(ReasonCode code) {
    return hyphenated(code);
  }

  /// The word for a role at the doors: `FREE_FROM` → `free-from`.
  public static String word(Role role) {
    return hyphenated(role);
  }

  private static String hyphenated(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
