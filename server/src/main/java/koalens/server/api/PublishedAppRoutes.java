package koalens.server.api;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalyzedIngredient;
import koalens.backend.configure.People;
import koalens.backend.people.ReportDesk;
import koalens.engine.knowledge.Status;
import tools.jackson.core.JsonGenerator;

/// Routes that the published app calls, in the shapes it reads.
final class PublishedAppRoutes {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_USER_ID = 200;
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_AT_ONCE = 100;
  private static final String ANALYSES = "analysis_count";

  private final AnalyzeText analyzeText;
  private final People people;
  private final BodyReader bodies;
  private final Clock clock;

  PublishedAppRoutes(AnalyzeText analyzeText, People people, BodyReader bodies, Clock clock) {
    this.analyzeText = analyzeText;
    this.people = people;
    this.bodies = bodies;
    this.clock = clock;
  }

  List<Route> routes(Endpoint health) {
    return List.of(
        Route.get("/api/health", health).unguarded(),
        Route.post("/api/analyze/text", shaped(this::analyze)).counted(),
        Route.post("/api/ai/analyze-text", shaped(this::analyze)).counted(),
        Route.post("/api/ingredients/analyze", shaped(this::analyze)).counted(),
        Route.get("/api/counters/{userId}/{name}", shaped(this::counter)),
        Route.get("/api/counters/{userId}/{name}/limit", shaped(this::counter)),
        Route.post("/api/counters/{userId}/{name}/increment", shaped(this::increment)),
        Route.post("/api/reports/ingredient", shaped(this::report)));
  }

  // It knows 400 where a field is at fault, and reads error and message.
  private static Endpoint shaped(Endpoint endpoint) {
    return call -> {
      try {
        return endpoint.answer(call);
      } catch (ProblemException e) {
        Problem problem = e.problem();
        int status = problem.kind().status() == 422 ? 400 : problem.kind().status();
        return Answer.json(
            status,
            json -> {
              json.writeStartObject();
              json.writeBooleanProperty("success", false);
              json.writeStringProperty("error", code(problem.kind()));
              json.writeStringProperty("message", problem.detail());
              json.writeEndObject();
            });
      }
    };
  }

  private static String code(Problem.Kind kind) {
    return kind.word().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private Answer analyze(Call call) {
    Analysis analysis = analyzeText.analyze(call);
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("success", true);
          json.writeStringProperty("id", analysis.id());
          json.writeName("isVegan");
          analysis.isVegan().ifPresentOrElse(json::writeBoolean, json::writeNull);
          json.writeStringProperty("status", analysis.status().word());
          json.writeBooleanProperty("isUncertain", analysis.isVegan().isEmpty());
          json.writeNumberProperty("confidence", Math.floor(analysis.confidence() * 100) / 100);
          names("ingredientList", analysis.ingredientList(), json);
          names("veganIngredients", analysis.contentsThatAre(Status.VEGAN), json);
          names("nonVeganIngredients", analysis.contentsThatAre(Status.NON_VEGAN), json);
          names("uncertainIngredients", uncertain(analysis), json);
          watched(analysis, json);
          json.writeStringProperty("reasoning", analysis.reasoning());
          json.writeStringProperty("detectedLanguage", analysis.detectedLanguage());
          json.writeEndObject();
        });
  }

  private static List<String> uncertain(Analysis analysis) {
    return java.util.stream.Stream.concat(
            analysis.contentsThatAre(Status.MAYBE_VEGAN).stream(),
            analysis.contentsThatAre(Status.UNKNOWN).stream())
        .toList();
  }

  private static void names(String property, List<String> names, JsonGenerator json) {
    json.writeArrayPropertyStart(property);
    names.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void watched(Analysis analysis, JsonGenerator json) {
    json.writeArrayPropertyStart("watchedIngredients");
    analysis.ingredients().stream()
        .filter(ingredient -> ingredient.isContent() && ingredient.status() != Status.VEGAN)
        .forEach(ingredient -> watched(ingredient, json));
    json.writeEndArray();
  }

  private static void watched(AnalyzedIngredient ingredient, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", ingredient.name());
    json.writeStringProperty("reason", ingredient.status().word());
    json.writeStringProperty("description", ingredient.reason());
    json.writeEndObject();
  }

  private Answer counter(Call call) {
    return counter(call, people.counters().value(userId(call), name(call), month()));
  }

  private Answer increment(Call call) {
    int more =
        Fields.read(bodies.optionalJson(call)).number("increment", 1, MOST_AT_ONCE).orElse(1);
    return counter(call, people.counters().add(userId(call), name(call), month(), more));
  }

  private static String userId(Call call) {
    return segment(call, "userId", LONGEST_USER_ID);
  }

  private static String name(Call call) {
    return segment(call, "name", LONGEST_NAME);
  }

  private static String segment(Call call, String name, int longest) {
    String value = call.value(name);
    if (value.isBlank()
        || value.length() > longest
        || value.codePoints().anyMatch(Character::isISOControl)) {
      throw Problem.inField(
              name, "%s must have 1 to %d visible characters".formatted(name, longest))
          .exception();
    }
    return value;
  }

  private YearMonth month() {
    return YearMonth.now(clock.withZone(ZoneOffset.UTC));
  }

  private static Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Answer counter(Call call, long value) {
    long most = people.allowance().unused().limit();
    Optional<Long> limit =
        name(call).equals(ANALYSES) && most > 0 ? Optional.of(most) : Optional.empty();
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("counter_id", userId(call) + "/" + name(call));
          json.writeStringProperty("user_id", userId(call));
          json.writeStringProperty("counter_name", name(call));
          json.writeNumberProperty("value", value);
          json.writeName("limit");
          limit.ifPresentOrElse(json::writeNumber, json::writeNull);
          json.writeName("remaining");
          limit
              .map(all -> Math.max(0, all - value))
              .ifPresentOrElse(json::writeNumber, json::writeNull);
          json.writeBooleanProperty("is_limited", limit.isPresent());
          json.writeBooleanProperty(
              "has_reached_limit", limit.map(all -> value >= all).orElse(false));
          json.writeStringProperty("reset_frequency", "monthly");
          json.writeStringProperty("last_reset", begin(month()).toString());
          json.writeStringProperty("next_reset", begin(month().plusMonths(1)).toString());
          json.writeEndObject();
        });
  }

  private Answer report(Call call) {
    Fields fields = Fields.read(bodies.json(call));
    var complaint =
        new ReportDesk.Complaint(
            Optional.empty(),
            required(fields, "ingredient"),
            Optional.empty(),
            Optional.empty(),
            "",
            required(fields, "feedback"));
    people.reports().file(complaint, call.caller());
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("success", true);
          json.writeStringProperty("message", "the report is kept");
          json.writeEndObject();
        });
  }

  private static String required(Fields fields, String name) {
    return fields
        .text(name, LONGEST_TEXT)
        .orElseThrow(() -> Problem.inField(name, name + " is missing").exception());
  }
}
