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
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import koalens.backend.people.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every request: finds its route, answers it within the limits, turns failures into
/// problems, adds the headers each answer has, logs one line and counts. Thread-safe.
final class FrontDoor implements Handler {
  static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");

  private static final HeaderName TRACE = HeaderNames.create(TraceContext.HEADER);
  private static final Logger ACCESS = LoggerFactory.getLogger("koalens.access");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Routes routes;
  private final Metrics metrics;
  private final Cors cors;
  private final SecurityHeaders security;
  private final Semaphore places;
  private final Gate gate;
  private final UnreadBodies unread;
  private final TransferWatch writes;

  /// @param writes ends the streams of callers who do not take them
  /// @param most how many guarded requests are answered at once
  FrontDoor(
      Routes routes,
      Metrics metrics,
      Cors cors,
      SecurityHeaders security,
      Gate gate,
      UnreadBodies unread,
      TransferWatch writes,
      int most) {
    this.gate = gate;
    this.unread = unread;
    this.writes = writes;
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
    var settlement = new Settlement(answer.waiting());
    try (settlement) {
      send(answer, settlement, request, response, method, requestId);
    } finally {
      var duration = Duration.ofNanos(System.nanoTime() - began);
      int status = answer.stream().isEmpty() ? answer.status() : settlement.status();
      note(METHODS.contains(method) ? method : "other", match, status, requestId, duration);
    }
    if (answer.closes() || isUnreadInChunks(answer, request)) {
      throw new CloseConnectionException("nothing more is wanted");
    }
    unread.discard(request);
    if (wantsClose(request)) {
      throw new CloseConnectionException("nothing more is wanted");
    }
  }

  // Helidon 4.5.0 says that it closes, and does not (its issue 12324).
  private static boolean wantsClose(ServerRequest request) {
    return request.headers().contains(HeaderNames.CONNECTION)
        && request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
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
      return shown(Failures.overloaded("too many requests at once", 1), match, requestId);
    }
    return needsPlace
        ? inItsPlace(() -> answer(request, requestId, match))
        : answer(request, requestId, match);
  }

  // A stream is at work until its end.
  private Answer inItsPlace(Supplier<Answer> work) {
    Answer answer;
    try {
      answer = work.get();
    } catch (RuntimeException | Error e) {
      places.release();
      throw e;
    }
    return answer.whenSettled(_ -> places.release());
  }

  private Answer answer(ServerRequest request, String requestId, Routes.Match match) {
    try {
      return match.guarded()
          ? gate.pass(request, match.access(), caller -> answer(request, requestId, match, caller))
          : answer(request, requestId, match, new Caller.Anonymous());
    } catch (CloseConnectionException e) {
      throw e;
    } catch (RuntimeException e) {
      return shown(Failures.problem(e, requestId), match, requestId);
    }
  }

  private static Answer shown(ProblemException problem, Routes.Match match, String requestId) {
    return PublishedAppRoutes.isOne(match.name())
        ? PublishedAnalysis.of(problem.problem()).with(problem.headers())
        : problem.answer(requestId);
  }

  private static Answer answer(
      ServerRequest request, String requestId, Routes.Match match, Caller caller) {
    return match.endpoint().answer(new Call(request, requestId, match.values(), caller));
  }

  private void send(
      Answer answer,
      Settlement settlement,
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
    sendBody(answer, settlement, response, method.equals("HEAD"), requestId);
  }

  private void sendBody(
      Answer answer,
      Settlement settlement,
      ServerResponse response,
      boolean head,
      String requestId) {
    if (answer.contentType().isEmpty()) {
      response.send();
      return;
    }
    response.header(answer.contentType().get());
    if (answer.stream().isPresent() && !head) {
      stream(answer.stream().get(), settlement, response, requestId);
      return;
    }
    if (head) {
      settlement.accept(answer.status());
      response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, answer.body().length));
    }
    response.send(head ? new byte[0] : answer.body());
  }

  private void stream(
      Answer.Stream stream, Settlement settlement, ServerResponse response, String requestId) {
    try {
      var out = new WatchedOutput(response.outputStream(), writes);
      stream.writeTo(out, settlement);
      // After a failure it stays open: the caller shall see that the answer is not whole.
      out.close();
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("the caller is gone", e);
    } catch (CloseConnectionException e) {
      throw e;
    } catch (RuntimeException e) {
      settlement.accept(Failures.problem(e, requestId).answer(requestId).status());
      throw new CloseConnectionException("the rest cannot be told", e);
    }
  }

  private void note(
      String method, Routes.Match match, int status, String requestId, Duration duration) {
    metrics.countRequest(method, match.name(), status, duration);
    ACCESS
        .atInfo()
        .addKeyValue("requestId", requestId)
        .addKeyValue("method", method)
        .addKeyValue("route", match.name())
        .addKeyValue("status", status)
        .addKeyValue("durationMs", duration.toMillis())
        .log("request");
  }
}
