package koalens.server.api;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.configure.Application;
import koalens.backend.configure.Environment;
import koalens.backend.configure.Settings;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.server.api.AnalyzeMedia.Kind;

/// Every route of the server. Thread-safe.
public final class Api implements AutoCloseable {
  private static final int AROUND_A_MEDIUM = 65_536;

  private final Routes routes;
  private final Metrics metrics;
  private final List<Runnable> watchers;
  private final Doorway doorway;

  /// @param watchers ends what watches over bodies
  private Api(Routes routes, Metrics metrics, List<Runnable> watchers, FrontDoor door) {
    this.routes = routes;
    this.metrics = metrics;
    this.watchers = List.copyOf(watchers);
    this.doorway = new Doorway(door);
  }

  /// The routes of an application.
  ///
  /// @param stopping whether the server is about to stop
  public static Api of(Application application, BooleanSupplier stopping) {
    Settings settings = application.settings();
    var metrics = new Metrics();
    metrics.watch("koalens.ledger.waiting", "analyses to be kept", application::waitingForLedger);
    metrics.watch(
        "koalens.labels.known",
        "labels whose answer is in memory",
        application.analysis()::knownLabels);
    metrics.watchCount(
        "koalens.labels.met",
        "analyses of a label whose answer was in memory",
        application.analysis(),
        LabelAnalysis::knownLabelsMet);
    new AiMetrics(metrics.registry()).watch(application.advisers());
    var bodies =
        new BodyReader(
            settings.limits().bodyBytes(),
            settings.limits().requestTimeout(),
            settings.limits().requestTimeout());
    metrics.watch("koalens.reading.waiting", "media to be read", application.media()::waiting);
    var media =
        new BodyReader(
            largestMediaBody(settings), settings.media().arrival(), settings.media().silence());
    var unread = new UnreadBodies(settings.media().arrival(), settings.media().silence());
    Duration patience = settings.limits().requestTimeout();
    var writes = new TransferWatch(patience, patience);
    var gate = new Gate(application.people(), settings.people(), Clock.systemUTC());
    var routes = new Routes(routes(application, bodies, media, metrics, gate, stopping));
    var security = new SecurityHeaders(settings.environment() != Environment.DEVELOPMENT);
    var door =
        new FrontDoor(
            routes,
            metrics,
            new Cors(settings.corsOrigins()),
            security,
            gate,
            unread,
            writes,
            settings.limits().concurrentRequests());
    List<Runnable> watchers = List.of(bodies::close, media::close, unread::close, writes::close);
    return new Api(routes, metrics, watchers, door);
  }

  private static List<Route> routes(
      Application application,
      BodyReader bodies,
      BodyReader media,
      Metrics metrics,
      Gate gate,
      BooleanSupplier stopping) {
    KnowledgeBase base = application.engine().knowledge();
    var languages = new Languages(base);
    var fields = new AnalysisFields(application.advisers().names(), languages);
    var state = new StateRoutes(application, stopping);
    var knowledge = new KnowledgeRoutes(base, languages);
    var assets = new Assets();
    var analyzeText =
        new AnalyzeText(
            application.analysis(), application.settings().limits(), bodies, fields, metrics);
    var memory =
        new MediaMemory(
            application.settings().media().heldBytes(), largestMediaBody(application.settings()));
    Function<Kind, AnalyzeMedia> analyzeMedia =
        kind -> new AnalyzeMedia(application.media(), memory, media, fields, metrics, kind);
    AnalyzeMedia analyzePhoto = analyzeMedia.apply(Kind.PHOTO);
    AnalyzeMedia analyzeFilm = analyzeMedia.apply(Kind.FILM);
    var people = new PeopleRoutes(application.people(), application.analysisReader(), bodies, gate);
    var reports =
        new ReportRoutes(
            application.people().reports(),
            bodies,
            languages,
            application.settings().limits().textCharacters());
    var all = new ArrayList<Route>(people.routes());
    all.addAll(reports.routes());
    all.addAll(experiments(application, bodies).routes());
    all.addAll(
        new PublishedAppRoutes(
                analyzeText,
                analyzePhoto,
                analyzeFilm,
                application.people(),
                bodies,
                Clock.systemUTC())
            .routes(state::health));
    if (application.settings().metricsPort().isEmpty()) {
      all.add(Route.get("/metrics", metrics::answer).unguarded());
    }
    all.addAll(
        List.of(
            Route.get("/health", state::health).unguarded(),
            Route.get("/ready", state::ready).unguarded(),
            Route.get("/version", state::version).unguarded(),
            Route.post("/analyze-text", analyzeText).counted(),
            Route.post("/analyze-image", analyzePhoto).counted(),
            Route.post("/analyze-video", analyzeFilm).counted(),
            Route.get("/ingredients", knowledge::search),
            Route.get("/ingredients/{id}", knowledge::entry),
            Route.get("/additives/{number}", knowledge::additive),
            Route.get("/openapi.json", assets::contract),
            Route.get("/docs", assets::documentation),
            Route.get("/", assets::app),
            Route.get("/manifest.webmanifest", assets::manifest),
            Route.get("/service-worker.js", assets::worker),
            Route.get("/assets/{name}", assets::part)));
    return all;
  }

  private static ExperimentRoutes experiments(Application application, BodyReader bodies) {
    Settings settings = application.settings();
    return new ExperimentRoutes(
        new LiveComparison(application.aiLines(), Clock.systemUTC()),
        application.people().doorkeeper(),
        settings
            .people()
            .adminKey()
            .map(key -> new OperatorSessions(key.value(), Clock.systemUTC())),
        bodies,
        settings.environment() != Environment.DEVELOPMENT);
  }

  /// The largest body of a request with a photo or film, in bytes: base64 makes four of three.
  public static int largestMediaBody(Settings settings) {
    return Math.toIntExact(4L * settings.media().bytes() / 3 + AROUND_A_MEDIUM);
  }

  /// Serves the figures and nothing else: for a port of their own.
  public void addFiguresTo(HttpRouting.Builder routing) {
    routing.get(
        "/metrics",
        (_, response) ->
            response.header(HeaderNames.CONTENT_TYPE, Metrics.CONTENT_TYPE).send(metrics.scrape()));
  }

  /// Sends every request through the front door.
  public void addTo(HttpRouting.Builder routing) {
    routing.any(doorway);
  }

  /// What answers when a request cannot even be read.
  public DirectHandlers directHandlers() {
    return DirectProblems.handlers();
  }

  /// All routes, for the test that compares them with the contract.
  List<Route> routes() {
    return routes.all();
  }

  /// Stops counting, and watching over bodies that arrive.
  @Override
  public void close() {
    doorway.close();
    watchers.forEach(Runnable::run);
    metrics.close();
  }
}
