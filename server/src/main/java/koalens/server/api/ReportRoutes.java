package koalens.server.api;

import java.util.List;
import java.util.Optional;
import koalens.backend.people.Report;
import koalens.backend.people.ReportDesk;
import koalens.engine.knowledge.Status;
import tools.jackson.core.JsonGenerator;

/// Reports of wrong verdicts: anybody's to send, operators' to read.
final class ReportRoutes {
  private static final int LONGEST_FEEDBACK = 2_000;
  private static final int LONGEST_INGREDIENT = 1_000;
  private static final int LONGEST_ID = 36;
  private static final int LONGEST_LANGUAGE = 20;

  private final ReportDesk desk;
  private final BodyReader bodies;
  private final Languages languages;
  private final int longestText;

  ReportRoutes(ReportDesk desk, BodyReader bodies, Languages languages, int longestText) {
    this.desk = desk;
    this.bodies = bodies;
    this.languages = languages;
    this.longestText = longestText;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/reports", this::file), Route.get("/reports", this::list).forOperators());
  }

  private Answer file(Call call) {
    String id =
        desk.file(complaint(Fields.read(bodies.json(call))), call.caller())
            .orElseThrow(() ->
                Problem.inField("analysisId", "no analysis of yours has this id").exception());
    return Answer.json(
        201,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("id", id);
          json.writeEndObject();
        });
  }

  private ReportDesk.Complaint complaint(Fields fields) {
    var complaint =
        new ReportDesk.Complaint(
            fields.text("analysisId", LONGEST_ID),
            fields.text("ingredient", LONGEST_INGREDIENT).orElse(""),
            fields.status("expected"),
            fields.text("language", LONGEST_LANGUAGE).map(languages::requireKnown),
            fields.text("text", longestText).orElse(""),
            fields.text("feedback", LONGEST_FEEDBACK).orElse(""));
    boolean says = complaint.expected().isPresent() || !complaint.feedback().isEmpty();
    boolean names =
        complaint.analysisId().isPresent()
            || !complaint.ingredient().isEmpty()
            || !complaint.text().isEmpty();
    if (!names) {
      throw Problem.inField("ingredient", "name an ingredient, a text or an analysisId")
          .exception();
    }
    if (!says) {
      throw Problem.inField("feedback", "say what is wrong in feedback or expected").exception();
    }
    return complaint;
  }

  private Answer list(Call call) {
    int limit = ListQuery.limit(call);
    List<Report> found = desk.list(call.query("before"), limit + 1);
    List<Report> page = found.subList(0, Math.min(limit, found.size()));
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("reports");
          page.forEach(report -> write(report, json));
          json.writeEndArray();
          json.writeName("next");
          if (found.size() > limit) {
            json.writeString(page.getLast().id());
          } else {
            json.writeNull();
          }
          json.writeEndObject();
        });
  }

  // Not who reported it: what is wrong is wrong whoever says so.
  static void write(Report report, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", report.id());
    json.writeStringProperty("at", report.at().toString());
    write("analysisId", report.analysisId(), json);
    json.writeStringProperty("ingredient", report.ingredient());
    write("given", report.given().map(Status::word), json);
    write("expected", report.expected().map(Status::word), json);
    json.writeStringProperty("language", report.language());
    json.writeStringProperty("text", report.text());
    json.writeStringProperty("feedback", report.feedback());
    json.writeEndObject();
  }

  private static void write(String name, Optional<String> value, JsonGenerator json) {
    json.writeName(name);
    value.ifPresentOrElse(json::writeString, json::writeNull);
  }
}
