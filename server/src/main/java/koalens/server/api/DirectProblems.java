package koalens.server.api;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Problems for what never becomes a request: a head that cannot be read, too much of it. Its
/// message may quote the caller, so it is not passed on.
final class DirectProblems implements DirectHandler {
  private static final Logger ACCESS = LoggerFactory.getLogger("koalens.access");

  static DirectHandlers handlers() {
    var handler = new DirectProblems();
    var builder = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      builder.addHandler(type, handler);
    }
    return builder.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    String requestId = RequestIds.of(Optional.empty());
    Answer answer = problem(request, status.code()).answer(requestId);
    ACCESS
        .atInfo()
        .addKeyValue("requestId", requestId)
        .addKeyValue("route", "none")
        .addKeyValue("status", answer.status())
        .log("request");
    return TransportResponse.builder()
        .status(Status.create(answer.status()))
        .header(answer.contentType().orElseThrow())
        .header(HeaderValues.create(FrontDoor.REQUEST_ID, requestId))
        .entity(answer.body())
        .keepAlive(false)
        .build();
  }

  // A few packed bytes can become a great many, so nothing is unpacked.
  private static Problem problem(TransportRequest request, int status) {
    return status == 400 && request.headers().contains(HeaderNames.CONTENT_ENCODING)
        ? Problem.of(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, "send the body as it is, not packed")
        : problem(status);
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 413 -> Problem.of(Problem.Kind.TOO_LARGE, "the body is too large");
      case 503 -> Problem.of(Problem.Kind.OVERLOADED, "too many requests at once");
      default ->
          status >= 500
              ? Problem.of(Problem.Kind.INTERNAL, "the server failed")
              : Problem.of(Problem.Kind.MALFORMED, "this is not a valid HTTP request");
    };
  }
}
