package koalens.server.api;

import io.helidon.http.HeaderNames;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.AnalysisJson;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.KnowledgeBase;
import tools.jackson.core.JsonGenerator;

/// `GET /ingredients`, `/ingredients/{id}` and `/additives/{number}`.
final class KnowledgeRoutes {
  private static final String FALLBACK = "sv";

  private final KnowledgeBase knowledge;
  private final Languages languages;

  KnowledgeRoutes(KnowledgeBase knowledge, Languages languages) {
    this.knowledge = knowledge;
    this.languages = languages;
  }

  Answer search(Call call) {
    String language = language(call);
    List<Entry> found = knowledge.search(ListQuery.words(call), language, ListQuery.limit(call));
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("language", language);
          json.writeNumberProperty("count", found.size());
          json.writeArrayPropertyStart("entries");
          found.forEach(entry -> write(entry, language, json));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  Answer entry(Call call) {
    return one(call, knowledge.taxonomy().findEntry(call.value("id")));
  }

  Answer additive(Call call) {
    return one(call, knowledge.taxonomy().findAdditive(call.value("number")));
  }

  private Answer one(Call call, Optional<Entry> found) {
    String language = language(call);
    Entry entry =
        found.orElseThrow(
            () -> Problem.of(Problem.Kind.NOT_FOUND, "no entry has this name").exception());
    return Answer.json(200, json -> write(entry, language, json));
  }

  private String language(Call call) {
    return call.query("language")
        .map(languages::require)
        .or(() -> call.header(HeaderNames.ACCEPT_LANGUAGE).flatMap(languages::preferred))
        .orElse(FALLBACK);
  }

  private void write(Entry entry, String language, JsonGenerator json) {
    String name = knowledge.name(entry, language);
    json.writeStartObject();
    json.writeStringProperty("id", entry.id());
    json.writeStringProperty("name", name);
    json.writeStringProperty("status", entry.status().word());
    json.writeStringProperty(
        "reason", knowledge.sentence(entry.reason(), language).replace("{name}", name));
    json.writeStringProperty("reasonCode", AnalysisJson.word(entry.reason()));
    json.writeObjectPropertyStart("names");
    knowledge.languages().forEach(code -> names(code, knowledge.names(entry.id(), code), json));
    json.writeEndObject();
    names("ancestors", entry.ancestors(), json);
    json.writeName("source");
    entry.source().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeEndObject();
  }

  private static void names(String property, List<String> names, JsonGenerator json) {
    json.writeArrayPropertyStart(property);
    names.forEach(json::writeString);
    json.writeEndArray();
  }
}
