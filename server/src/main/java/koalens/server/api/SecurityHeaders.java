package koalens.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/// The headers that keep browsers from doing more than they should with an answer.
final class SecurityHeaders {
  private static final List<Header> ALL =
      List.of(
          of(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                  + " media-src 'self' blob:; connect-src 'self'; manifest-src 'self';"
                  + " worker-src 'self'; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'"),
          of("X-Content-Type-Options", "nosniff"),
          of("X-Frame-Options", "DENY"),
          of("Referrer-Policy", "no-referrer"),
          of("Cross-Origin-Opener-Policy", "same-origin"),
          of("Permissions-Policy", "camera=(self), geolocation=(), microphone=()"));
  private static final Header STRICT_TRANSPORT =
      of("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  private final boolean strictTransport;

  /// @param strictTransport whether browsers shall come back over TLS alone
  SecurityHeaders(boolean strictTransport) {
    this.strictTransport = strictTransport;
  }

  void addTo(ServerResponse response) {
    ALL.forEach(response::header);
    response.header(NO_STORE);
    if (strictTransport) {
      response.header(STRICT_TRANSPORT);
    }
  }

  private static Header of(String name, String value) {
    return HeaderValues.createCached(HeaderNames.create(name), value);
  }
}
