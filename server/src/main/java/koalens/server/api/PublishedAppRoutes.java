package koalens.server.api;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.LedgerException;
import koalens.backend.configure.People;
import koalens.backend.people.ReportDesk;
import koalens.backend.people.Usage;

/// Routes that the published app calls, in the shapes it reads.
final class PublishedAppRoutes {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_USER_ID = 200;
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_AT_ONCE = 100;
  private static final String ANALYSES = "analysis_count";

  private final AnalyzeText analyzeText;
  private final AnalyzeMedia analyzePhoto;
  private final AnalyzeMedia analyzeFilm;
  private final People people;
  private final BodyReader bodies;
  private final Clock clock;

  PublishedAppRoutes(
      AnalyzeText analyzeText,
      AnalyzeMedia analyzePhoto,
      AnalyzeMedia analyzeFilm,
      People people,
      BodyReader bodies,
      Clock clock) {
    this.analyzeText = analyzeText;
    this.analyzePhoto = analyzePhoto;
    this.analyzeFilm = analyzeFilm;
    this.people = people;
    this.bodies = bodies;
    this.clock = clock;
  }

  List<Route> routes(Endpoint health) {
    return List.of(
        Route.get("/api/health", health).unguarded(),
        Route.post("/api/analyze/text", this::text).counted(),
        Route.post("/api/ai/analyze-text", this::text).counted(),
        Route.post("/api/ingredients/analyze", this::text).counted(),
        Route.post("/api/analyze/image", this::photo).counted(),
        Route.post("/api/ai/analyze-image", this::photo).counted(),
        Route.post("/api/image/analyze", this::photo).counted(),
        Route.post("/api/video/analyze-video", this::film).counted(),
        Route.post("/api/analyze-video", this::film).counted(),
        Route.get("/api/counters/{userId}/{name}", this::counter),
        Route.get("/api/counters/{userId}/{name}/limit", this::counter),
        Route.post("/api/counters/{userId}/{name}/increment", this::increment),
        Route.post("/api/reports/ingredient", this::report));
  }

  /// Whether the route is one of these, whose problems have the app's shape too.
  static boolean isOne(String route) {
    return route.startsWith("/api/");
  }

  private Answer text(Call call) {
    return published(analyzeText.analyze(call), call).flat();
  }

  private Answer photo(Call call) {
    return published(analyzePhoto.analyze(call), call).flat();
  }

  private Answer film(Call call) {
    return published(analyzeFilm.analyze(call), call).wrapped();
  }

  private PublishedAnalysis published(Analysis analysis, Call call) {
    return new PublishedAnalysis(analysis, usage(call));
  }

  // An answer matters more than a count. Who shows no token has no month of their own.
  private Usage usage(Call call) {
    try {
      return call.caller()
          .findPerson()
          .map(people.allowance()::usage)
          .orElseGet(people.allowance()::unused);
    } catch (LedgerException e) {
      return people.allowance().unused();
    }
  }

  private Answer counter(Call call) {
    return counter(call, people.counters().value(userId(call), name(call), month()));
  }

  private Answer increment(Call call) {
    int more =
        Fields.readOptional(bodies.optionalJson(call))
            .number("increment", 1, MOST_AT_ONCE)
            .orElse(1);
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
