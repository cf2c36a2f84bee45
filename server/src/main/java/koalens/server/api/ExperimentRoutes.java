package koalens.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import koalens.backend.comparison.report.HtmlReport;
import koalens.backend.comparison.report.JsonReport;
import koalens.backend.comparison.report.MessagePage;
import koalens.backend.people.Caller;
import koalens.backend.people.Doorkeeper;
import koalens.backend.people.NotAdmittedException;

/// `/experiments`: the comparison of the providers as it stands, for operators. Programs show the
/// admin key as a bearer token; people sign in with it on the page.
final class ExperimentRoutes {
  private static final String PATH = "/experiments";
  private static final String COOKIE = "koalens_operator";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final LiveComparison comparison;
  private final Doorkeeper doorkeeper;
  private final Optional<OperatorSessions> sessions;
  private final BodyReader bodies;
  private final boolean secure;

  /// @param sessions empty where there are no operators
  /// @param secure whether the cookie goes over TLS alone
  ExperimentRoutes(
      LiveComparison comparison,
      Doorkeeper doorkeeper,
      Optional<OperatorSessions> sessions,
      BodyReader bodies,
      boolean secure) {
    this.comparison = comparison;
    this.doorkeeper = doorkeeper;
    this.sessions = sessions;
    this.bodies = bodies;
    this.secure = secure;
  }

  /// Made when the first page is shown, not when the server starts.
  private static final class Page {
    static final Header POLICY =
        HeaderValues.createCached(
            HeaderNames.create("Content-Security-Policy"),
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                .formatted(digest(HtmlReport.STYLE)));

    private Page() {}
  }

  List<Route> routes() {
    return List.of(Route.get(PATH, this::show), Route.post(PATH, this::signIn));
  }

  private static String digest(String style) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Answer show(Call call) {
    return switch (call.caller()) {
      case Caller.Operator() -> report(call);
      case Caller.Known _ -> throw forbidden("this is for operators");
      case Caller.Anonymous() when sessions.isEmpty() ->
          throw forbidden("there are no operators: set ADMIN_KEY");
      case Caller.Anonymous() when isSignedIn(call) -> report(call);
      case Caller.Anonymous() when wantsPage(call) -> page(401, MessagePage.signIn(PATH, ""));
      case Caller.Anonymous() ->
          throw Problem.of(
                  Problem.Kind.UNAUTHENTICATED, "send Authorization: Bearer and the admin key")
              .exception();
    };
  }

  private static ProblemException forbidden(String why) {
    return Problem.of(Problem.Kind.FORBIDDEN, why).exception();
  }

  private boolean isSignedIn(Call call) {
    return sessions.filter(all -> cookie(call).filter(all::isOpen).isPresent()).isPresent();
  }

  private static Optional<String> cookie(Call call) {
    return call.header(HeaderNames.COOKIE).stream()
        .flatMap(cookies -> Arrays.stream(cookies.split(";", -1)))
        .map(String::strip)
        .filter(one -> one.startsWith(COOKIE + "="))
        .map(one -> one.substring(COOKIE.length() + 1))
        .findFirst();
  }

  private static boolean wantsPage(Call call) {
    return call.header(HeaderNames.ACCEPT)
        .filter(accept -> accept.contains("text/html"))
        .isPresent();
  }

  private Answer report(Call call) {
    List<String> versions = comparison.versions();
    Optional<String> version = call.query("version").or(() -> versions.stream().findFirst());
    if (version.isEmpty()) {
      return nothingYet(call);
    }
    if (!versions.contains(version.get())) {
      throw Problem.inField("version", "no analysis was assigned under this version").exception();
    }
    LiveComparison.AsOf made = comparison.report(version.get());
    return wantsPage(call)
        ? page(200, HtmlReport.live(made.report(), links(versions, version.get()), made.at()))
        : Answer.json(JsonReport.of(made.report()).getBytes(StandardCharsets.UTF_8));
  }

  private static List<HtmlReport.Link> links(List<String> versions, String shown) {
    return versions.stream()
        .map(version ->
            new HtmlReport.Link(
                version,
                PATH + "?version=" + URLEncoder.encode(version, StandardCharsets.UTF_8),
                version.equals(shown)))
        .toList();
  }

  private static Answer nothingYet(Call call) {
    if (wantsPage(call)) {
      return page(200, MessagePage.nothingYet(Instant.now()));
    }
    throw Problem.of(Problem.Kind.NOT_FOUND, "no experiment has run yet: set ENABLE_AB_TEST=true")
        .exception();
  }

  private static Answer page(int status, String html) {
    return Answer.of(status, HTML, html.getBytes(StandardCharsets.UTF_8)).with(Page.POLICY);
  }

  private Answer signIn(Call call) {
    if (call.header(HeaderNames.CONTENT_TYPE).filter(type -> type.startsWith(FORM)).isEmpty()) {
      throw Problem.of(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, "send the form of this page")
          .exception();
    }
    String body = new String(bodies.bytes(call), StandardCharsets.UTF_8);
    if (!body.startsWith("key=") || sessions.isEmpty() || !isAdminKey(body.substring(4))) {
      return page(401, MessagePage.signIn(PATH, "This is not the admin key."));
    }
    return Answer.empty(303)
        .with(HeaderValues.create(HeaderNames.LOCATION, PATH))
        .with(HeaderValues.create(HeaderNames.SET_COOKIE, cookie(sessions.get().begin())));
  }

  private boolean isAdminKey(String encoded) {
    try {
      String key = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      return doorkeeper.admit(Optional.of("Bearer " + key)) instanceof Caller.Operator;
    } catch (IllegalArgumentException | NotAdmittedException e) {
      return false;
    }
  }

  private String cookie(String session) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(
            COOKIE, session, PATH, OperatorSessions.LIFE.toSeconds(), secure ? "; Secure" : "");
  }
}
