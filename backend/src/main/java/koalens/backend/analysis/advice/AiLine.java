package koalens.backend.analysis.advice;

import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A line of the AI request log without contents, as docs/reference/ai-log.md describes it.
///
/// @param analysisId the analysis it is about
/// @param person the id of the person whose analysis it is, so that it is not kept once they are
///   forgotten; not in the line
/// @param at when it was written
/// @param experimentVersion the variants and their weights; empty outside experiments
/// @param json the line itself, one JSON object
public record AiLine(
    String analysisId,
    Optional<String> person,
    Instant at,
    Optional<String> experimentVersion,
    String json) {
  // What was asked and answered is the log's alone, and only where it may.
  private static final Set<String> CONTENTS = Set.of("prompt", "completion", "usage");
  private static final JsonFactory JSON = new JsonFactory();

  static AiLine of(
      String message, Consultation consultation, Instant at, Map<String, Object> fields) {
    var all = new LinkedHashMap<String, Object>();
    all.put("ts", at.toString());
    all.put("msg", message);
    all.putAll(fields);
    all.keySet().removeAll(CONTENTS);
    return new AiLine(
        consultation.analysisId(),
        consultation.person(),
        at,
        Optional.ofNullable(fields.get("experiment_version")).map(Object::toString),
        json(all));
  }

  private static String json(Map<String, Object> fields) {
    var out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      fields.forEach((name, value) -> write(json, name, value));
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void write(JsonGenerator json, String name, Object value) {
    json.writeName(name);
    switch (value) {
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(value.toString());
    }
  }
}
