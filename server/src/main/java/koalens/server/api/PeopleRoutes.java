package koalens.server.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.analysis.AnalysisReader;
import koalens.backend.configure.People;
import koalens.backend.people.HistoryQuery;
import koalens.backend.people.KeptAnalysis;
import koalens.backend.people.Person;
import koalens.backend.people.Usage;
import tools.jackson.core.JsonGenerator;

/// What a person may ask about what is theirs: token, history, usage, export, deletion.
final class PeopleRoutes {
  private final People people;
  private final AnalysisReader reader;
  private final BodyReader bodies;
  private final Gate gate;

  PeopleRoutes(People people, AnalysisReader reader, BodyReader bodies, Gate gate) {
    this.people = people;
    this.reader = reader;
    this.bodies = bodies;
    this.gate = gate;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/devices", this::register),
        Route.get("/analyses", this::list).forPersons(),
        Route.get("/analyses/{id}", this::find).forPersons(),
        Route.delete("/analyses/{id}", this::delete).forPersons(),
        Route.post("/analyses/{id}/favourite", this::mark).forPersons(),
        Route.get("/usage", this::usage).forPersons(),
        Route.delete("/me", this::erase).forPersons(),
        Route.get("/me/export", this::export).forPersons());
  }

  private Answer register(Call call) {
    gate.countRegistration(call.request());
    String token = people.devices().issue();
    return Answer.json(
        201,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("token", token);
          json.writeEndObject();
        });
  }

  private Answer list(Call call) {
    int limit = ListQuery.limit(call);
    // One more tells whether there is another page.
    var query =
        new HistoryQuery(
            ListQuery.words(call),
            call.query("favourites").map(Boolean::parseBoolean).orElse(false),
            call.query("before"),
            limit + 1);
    List<KeptAnalysis> found = people.history().list(call.person(), query);
    List<KeptAnalysis> page = found.subList(0, Math.min(limit, found.size()));
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("analyses");
          page.forEach(kept -> summarize(kept, json));
          json.writeEndArray();
          json.writeName("next");
          if (found.size() > limit) {
            json.writeString(page.getLast().analysis().id());
          } else {
            json.writeNull();
          }
          json.writeEndObject();
        });
  }

  private void summarize(KeptAnalysis kept, JsonGenerator json) {
    var analysis = reader.read(kept.analysis());
    json.writeStartObject();
    json.writeStringProperty("id", analysis.id());
    json.writeStringProperty("at", analysis.at().toString());
    json.writeName("isVegan");
    analysis.isVegan().ifPresentOrElse(json::writeBoolean, json::writeNull);
    json.writeStringProperty("status", analysis.status().word());
    json.writeStringProperty("reasoning", analysis.reasoning());
    json.writeStringProperty("text", kept.analysis().labelText());
    json.writeBooleanProperty("favourite", kept.favourite());
    json.writeEndObject();
  }

  private Answer find(Call call) {
    KeptAnalysis kept =
        people.history().find(call.person(), call.value("id")).orElseThrow(PeopleRoutes::notTheirs);
    return Answer.json(200, json -> write(kept, json));
  }

  private void write(KeptAnalysis kept, JsonGenerator json) {
    byte[] analysis = AnalysisJson.answer(reader.read(kept.analysis()));
    json.writeStartObject();
    json.writeName("analysis");
    json.writeRawValue(new String(analysis, StandardCharsets.UTF_8));
    json.writeStringProperty("text", kept.analysis().labelText());
    json.writeBooleanProperty("favourite", kept.favourite());
    json.writeEndObject();
  }

  // The same for one that is not there and one that is somebody else's.
  private static ProblemException notTheirs() {
    return Problem.of(Problem.Kind.NOT_FOUND, "you have no analysis with this id").exception();
  }

  private Answer delete(Call call) {
    return done(people.history().delete(call.person(), call.value("id")));
  }

  private Answer mark(Call call) {
    boolean favourite =
        Fields.readOptional(bodies.optionalJson(call)).truth("favourite").orElse(true);
    return done(people.history().mark(call.person(), call.value("id"), favourite));
  }

  private static Answer done(boolean theirs) {
    if (!theirs) {
      throw notTheirs();
    }
    return Answer.empty(204);
  }

  private Answer usage(Call call) {
    Usage usage = people.allowance().usage(call.person());
    return Answer.json(200, json -> write(usage, json));
  }

  private static void write(Usage usage, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("used", usage.used());
    writeOrNull("limit", usage, usage.limit(), json);
    writeOrNull("remaining", usage, usage.remaining(), json);
    json.writeStringProperty("resetsAt", usage.resetsAt().toString());
    json.writeEndObject();
  }

  private static void writeOrNull(String name, Usage usage, long value, JsonGenerator json) {
    Optional<Long> shown = usage.limit() == 0 ? Optional.empty() : Optional.of(value);
    json.writeName(name);
    shown.ifPresentOrElse(json::writeNumber, json::writeNull);
  }

  private Answer erase(Call call) {
    people.history().erase(call.person());
    return Answer.empty(204);
  }

  private Answer export(Call call) {
    Usage usage = people.allowance().usage(call.person());
    return Answer.streaming(
            "application/json",
            (out, settled) ->
                Json.write(
                    out,
                    json -> {
                      export(call.person(), usage, json);
                      settled.accept(200);
                    }))
        .with(
            HeaderValues.create(
                HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"koalens.json\""));
  }

  private void export(Person person, Usage usage, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("person", person.id());
    json.writeName("usage");
    write(usage, json);
    json.writeArrayPropertyStart("analyses");
    people.history().export(person, kept -> write(kept, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("reports");
    people.reports().forEach(person, report -> ReportRoutes.write(report, json));
    json.writeEndArray();
    json.writeEndObject();
  }
}
