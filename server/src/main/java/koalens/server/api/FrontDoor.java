package koalens.server.api;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import koalens.backend.analysis.LedgerException;
import koalens.backend.people.Caller;
import koalens.backend.people.KeysUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every request: finds its route, answers it within the limits, turns failures into
/// problems, adds the headers each answer has, logs one line and counts. Thread-safe.
final class FrontDoor implements Handler {
  static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");

  private static final HeaderName TRACE = HeaderNames.create(TraceContext.HEADER);
  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
  private static final Logger ACCESS = LoggerFactory.getLogger("koalens.access");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Routes routes;
  private final Metrics metrics;
  private final Cors cors;
  private final SecurityHeaders security;
  private final Semaphore places;
  private final Gate gate;

  /// @param most how many guarded requests are answered at once
  FrontDoor(
      Routes routes, Metrics metrics, Cors cors, SecurityHeaders security, Gate gate, int most) {
    this.gate = gate;
    this.routes = routes;
    this.metrics = metrics;
    this.cors = cors;
    this.security = security;
    this.places = new Semaphore(most);
    metrics.watch(
        "http.server.requests.active",
        "requests being answered",
        () -> most - places.availablePermits());
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    try (var _ = TraceContext.enter(request.headers().first(TRACE))) {
      answer(request, response);
    }
  }

  private void answer(ServerRequest request, ServerResponse response) {
    long began = System.nanoTime();
    String method = request.prologue().method().text();
    String requestId = RequestIds.of(request.headers().first(REQUEST_ID));
    Routes.Match match = routes.find(method, request.prologue().uriPath().rawPath());
    Answer answer = answer(request, method, requestId, match);
    try {
      send(answer, request, response, method, requestId);
    } finally {
      var duration = Duration.ofNanos(System.nanoTime() - began);
      note(METHODS.contains(method) ? method : "other", match, answer, requestId, duration);
    }
    if (answer.closes() || wantsClose(request) || isUnreadInChunks(answer, request)) {
      throw new CloseConnectionException("nothing more is wanted");
    }
  }

  // Helidon 4.5.0 says that it closes, and does not (its issue 12324).
  private static boolean wantsClose(ServerRequest request) {
    return request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
  }

  // Helidon buffers a whole chunk before it throws it away, and its size is the caller's choice.
  private static boolean isUnreadInChunks(Answer answer, ServerRequest request) {
    return answer.status() >= 400 && request.headers().contains(HeaderNames.TRANSFER_ENCODING);
  }

  private Answer answer(
      ServerRequest request, String method, String requestId, Routes.Match match) {
    if (Cors.isPreflight(method, request.headers())) {
      return cors.preflight(request.headers());
    }
    boolean needsPlace = match.guarded();
    if (needsPlace && !places.tryAcquire()) {
      return Problem.of(Problem.Kind.OVERLOADED, "too many requests at once").answer(requestId);
    }
    try {
      return answer(request, requestId, match);
    } finally {
      if (needsPlace) {
        places.release();
      }
    }
  }

  private Answer answer(ServerRequest request, String requestId, Routes.Match match) {
    try {
      return match.guarded()
          ? gate.pass(request, match.access(), caller -> answer(request, requestId, match, caller))
          : answer(request, requestId, match, new Caller.Anonymous());
    } catch (ProblemException e) {
      return shown(e.problem(), match, requestId).with(e.headers());
    } catch (LedgerException e) {
      LOG.atError().addKeyValue("requestId", requestId).setCause(e).log("not kept");
      return shown(unkept(e), match, requestId);
    } catch (KeysUnavailableException e) {
      LOG.atWarn().addKeyValue("requestId", requestId).setCause(e).log("nobody can be recognised");
      String detail = String.valueOf(e.getMessage());
      return shown(Problem.of(Problem.Kind.UNAVAILABLE, detail), match, requestId);
    } catch (CloseConnectionException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("requestId", requestId).setCause(e).log("failed");
      return shown(
          Problem.of(Problem.Kind.INTERNAL, "the failure is logged under the request id"),
          match,
          requestId);
    }
  }

  private static Answer shown(Problem problem, Routes.Match match, String requestId) {
    return PublishedAppRoutes.isOne(match.name())
        ? PublishedAnalysis.of(problem)
        : problem.answer(requestId);
  }

  private static Answer answer(
      ServerRequest request, String requestId, Routes.Match match, Caller caller) {
    return match.endpoint().answer(new Call(request, requestId, match.values(), caller));
  }

  private static Problem unkept(LedgerException fault) {
    return fault.isOverloaded()
        ? Problem.of(Problem.Kind.OVERLOADED, "too many analyses are waiting to be kept")
        : Problem.of(Problem.Kind.UNAVAILABLE, String.valueOf(fault.getMessage()));
  }

  private void send(
      Answer answer,
      ServerRequest request,
      ServerResponse response,
      String method,
      String requestId) {
    response.status(Status.create(answer.status()));
    security.addTo(response);
    cors.headers(request.headers()).forEach(response::header);
    answer.headers().forEach(response::header);
    response.header(HeaderValues.create(REQUEST_ID, requestId));
    if (answer.closes()) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    sendBody(answer, response, method.equals("HEAD"));
  }

  private static void sendBody(Answer answer, ServerResponse response, boolean head) {
    if (answer.contentType().isEmpty()) {
      response.send();
      return;
    }
    response.header(answer.contentType().get());
    if (answer.stream().isPresent() && !head) {
      stream(answer.stream().get(), response);
      return;
    }
    if (head) {
      response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, answer.body().length));
    }
    response.send(head ? new byte[0] : answer.body());
  }

  private static void stream(Answer.Stream stream, ServerResponse response) {
    try {
      OutputStream out = response.outputStream();
      stream.writeTo(out);
      // After a failure it stays open: the caller shall see that the answer is not whole.
      out.close();
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("the caller is gone", e);
    } catch (LedgerException e) {
      LOG.error("an answer breaks off", e);
      throw new CloseConnectionException("the rest cannot be told", e);
    }
  }

  private void note(
      String method, Routes.Match match, Answer answer, String requestId, Duration duration) {
    metrics.countRequest(method, match.name(), answer.status(), duration);
    ACCESS
        .atInfo()
        .addKeyValue("requestId", requestId)
        .addKeyValue("method", method)
        .addKeyValue("route", match.name())
        .addKeyValue("status", answer.status())
        .addKeyValue("durationMs", duration.toMillis())
        .log("request");
  }
}
