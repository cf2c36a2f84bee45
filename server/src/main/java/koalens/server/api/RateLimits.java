package koalens.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import koalens.backend.people.Rate;
import koalens.backend.people.Usage;

/// What a caller may still ask, as the headers `RateLimit-Policy` and `RateLimit` of the IETF's
/// draft (draft-ietf-httpapi-ratelimit-headers-11).
final class RateLimits {
  private static final HeaderName POLICY = HeaderNames.create("RateLimit-Policy");
  private static final HeaderName LIMIT = HeaderNames.create("RateLimit");

  private final List<String> policies = new ArrayList<>();
  private final List<String> limits = new ArrayList<>();

  void add(String name, Duration window, Rate rate) {
    add(name, rate.limit(), ";w=" + window.toSeconds(), rate.remaining(), rate.resetsIn());
  }

  void add(String name, Usage usage, Instant now) {
    if (usage.limit() > 0) {
      add(name, usage.limit(), "", usage.remaining(), Duration.between(now, usage.resetsAt()));
    }
  }

  private void add(String name, long limit, String window, long remaining, Duration resetsIn) {
    policies.add("\"%s\";q=%d%s".formatted(name, limit, window));
    limits.add("\"%s\";r=%d;t=%d".formatted(name, remaining, seconds(resetsIn)));
  }

  /// The time in whole seconds, rounded up: who waits that long has waited enough.
  static long seconds(Duration duration) {
    return Math.max(0, duration.plusMillis(999).toSeconds());
  }

  /// The headers; none when nothing is limited.
  List<Header> headers() {
    return policies.isEmpty()
        ? List.of()
        : List.of(
            HeaderValues.create(POLICY, String.join(", ", policies)),
            HeaderValues.create(LIMIT, String.join(", ", limits)));
  }

  /// The headers, and how long to wait.
  List<Header> headers(Duration wait) {
    var all = new ArrayList<>(headers());
    all.add(HeaderValues.create(HeaderNames.RETRY_AFTER, Math.max(1, seconds(wait))));
    return all;
  }
}
