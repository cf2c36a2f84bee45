package koalens.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalyzedIngredient;
import koalens.backend.analysis.ReadMedia;
import koalens.backend.people.Usage;
import koalens.engine.knowledge.Status;
import tools.jackson.core.JsonGenerator;

/// An analysis in the shapes that the published app reads.
///
/// @param analysis what is shown
/// @param usage how much of the month is used, this analysis included
record PublishedAnalysis(Analysis analysis, Usage usage) {

  /// Its properties beside `success`, ingredients as names.
  Answer flat() {
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("success", true);
          names("ingredientList", analysis.ingredientList(), json);
          writeVerdict(json);
          json.writeEndObject();
        });
  }

  /// Its properties under `result`, ingredients as objects.
  Answer wrapped() {
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("success", true);
          json.writeObjectPropertyStart("result");
          json.writeArrayPropertyStart("ingredientList");
          contents().forEach(ingredient -> write(ingredient, json));
          json.writeEndArray();
          writeVerdict(json);
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private void writeVerdict(JsonGenerator json) {
    json.writeStringProperty("id", analysis.id());
    json.writeName("isVegan");
    analysis.isVegan().ifPresentOrElse(json::writeBoolean, json::writeNull);
    json.writeStringProperty("status", analysis.status().word());
    json.writeBooleanProperty("isUncertain", analysis.isVegan().isEmpty());
    json.writeNumberProperty("confidence", Math.floor(analysis.confidence() * 100) / 100);
    names("veganIngredients", analysis.contentsThatAre(Status.VEGAN), json);
    names("nonVeganIngredients", analysis.contentsThatAre(Status.NON_VEGAN), json);
    names("uncertainIngredients", uncertain(), json);
    json.writeArrayPropertyStart("watchedIngredients");
    contents()
        .filter(ingredient -> ingredient.status() != Status.VEGAN)
        .forEach(ingredient -> watch(ingredient, json));
    json.writeEndArray();
    json.writeName("problemIngredient");
    problem().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeStringProperty("reasoning", analysis.reasoning());
    json.writeStringProperty("detectedLanguage", analysis.detectedLanguage());
    names("imageQualityIssues", qualityIssues(), json);
    analysis.media().ifPresent(media -> write(media, json));
    writeUsage(json);
  }

  private static void write(ReadMedia media, JsonGenerator json) {
    json.writeStringProperty("readText", media.text());
    json.writeNumberProperty("framesUsed", media.framesUsed());
  }

  private List<String> qualityIssues() {
    return analysis.media().map(ReadMedia::issues).orElse(List.of()).stream()
        .map(issue -> issue.name())
        .toList();
  }

  private Stream<AnalyzedIngredient> contents() {
    return analysis.ingredients().stream().filter(AnalyzedIngredient::isContent);
  }

  private List<String> uncertain() {
    return Stream.concat(
            analysis.contentsThatAre(Status.MAYBE_VEGAN).stream(),
            analysis.contentsThatAre(Status.UNKNOWN).stream())
        .toList();
  }

  // What decides: something of an animal, else something that may be.
  private Optional<String> problem() {
    return Stream.concat(analysis.contentsThatAre(Status.NON_VEGAN).stream(), uncertain().stream())
        .findFirst();
  }

  private static void names(String property, List<String> names, JsonGenerator json) {
    json.writeArrayPropertyStart(property);
    names.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void write(AnalyzedIngredient ingredient, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", ingredient.name());
    json.writeStringProperty("status", ingredient.status().word());
    json.writeStringProperty("statusColor", colour(ingredient.status()));
    json.writeStringProperty("description", ingredient.reason());
    json.writeEndObject();
  }

  private static void watch(AnalyzedIngredient ingredient, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", ingredient.name());
    json.writeStringProperty("reason", ingredient.status().word());
    json.writeStringProperty("description", ingredient.reason());
    json.writeEndObject();
  }

  // What is unknown is never green.
  private static String colour(Status status) {
    return switch (status) {
      case VEGAN -> "green";
      case NON_VEGAN -> "red";
      case MAYBE_VEGAN, UNKNOWN -> "yellow";
    };
  }

  private void writeUsage(JsonGenerator json) {
    boolean limited = usage.limit() > 0;
    json.writeObjectPropertyStart("usageInfo");
    json.writeNumberProperty("analysesUsed", usage.used());
    writeOrNull("analysesLimit", limited, usage.limit(), json);
    writeOrNull("remaining", limited, usage.remaining(), json);
    json.writeBooleanProperty("isPremium", !limited);
    json.writeEndObject();
  }

  private static void writeOrNull(String property, boolean there, long number, JsonGenerator json) {
    json.writeName(property);
    if (there) {
      json.writeNumber(number);
    } else {
      json.writeNull();
    }
  }

  /// A problem as the app reads it, which knows 400 where a field is at fault.
  static Answer of(Problem problem) {
    int status = problem.kind().status() == 422 ? 400 : problem.kind().status();
    return problem.completed(
        Answer.json(
            status,
            json -> {
              json.writeStartObject();
              json.writeBooleanProperty("success", false);
              json.writeStringProperty("error", code(problem.kind()));
              json.writeStringProperty("message", problem.detail());
              json.writeEndObject();
            }));
  }

  private static String code(Problem.Kind kind) {
    return kind.word().toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
