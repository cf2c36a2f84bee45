package koalens.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import java.util.List;
import java.util.Optional;

/// Which web pages may call from elsewhere. Immutable.
final class Cors {
  private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Origin");
  private static final Header EXPOSE =
      HeaderValues.createCached(
          HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
          "X-Request-Id, Retry-After, RateLimit, RateLimit-Policy");
  private static final List<Header> PREFLIGHT =
      List.of(
          HeaderValues.createCached(
              HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, DELETE, OPTIONS"),
          HeaderValues.createCached(
              HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
              "Accept-Language, Authorization, Content-Type, X-Request-Id"),
          HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600"));

  private final List<String> origins;

  /// @param origins the web origins that may call; `*` alone allows all
  Cors(List<String> origins) {
    this.origins = List.copyOf(origins);
  }

  /// Whether a browser asks what it may send.
  static boolean isPreflight(String method, ServerRequestHeaders headers) {
    return method.equals("OPTIONS")
        && headers.contains(HeaderNames.ORIGIN)
        && headers.contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /// What a browser may send; nothing for an origin that may not call.
  Answer preflight(ServerRequestHeaders headers) {
    Answer answer = Answer.empty(204);
    if (allowed(headers).isPresent()) {
      for (Header header : PREFLIGHT) {
        answer = answer.with(header);
      }
    }
    return answer;
  }

  /// The headers that let a page of the origin read the answer.
  List<Header> headers(ServerRequestHeaders headers) {
    if (origins.isEmpty()) {
      return List.of();
    }
    return allowed(headers).map(allow -> List.of(VARY, allow, EXPOSE)).orElse(List.of(VARY));
  }

  private Optional<Header> allowed(ServerRequestHeaders headers) {
    return headers
        .first(HeaderNames.ORIGIN)
        .flatMap(this::matching)
        .map(origin -> HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin));
  }

  private Optional<String> matching(String origin) {
    if (origins.contains("*")) {
      return Optional.of("*");
    }
    return origins.contains(origin) ? Optional.of(origin) : Optional.empty();
  }
}
