package koalens.emulator.anthropic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// The rate-limit headers of every answer: they count, and never limit. Thread-safe.
final class RateLimits {
  private static final List<String> KINDS =
      List.of("requests", "tokens", "input-tokens", "output-tokens");
  private static final long LIMIT = 4_000_000;

  private final AtomicLong requests = new AtomicLong();

  Map<String, String> headers() {
    long used = requests.incrementAndGet() % LIMIT;
    String reset = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS).toString();
    var headers = new LinkedHashMap<String, String>();
    for (String kind : KINDS) {
      String name = "anthropic-ratelimit-" + kind;
      headers.put(name + "-limit", String.valueOf(LIMIT));
      headers.put(name + "-remaining", String.valueOf(LIMIT - used));
      headers.put(name + "-reset", reset);
    }
    return headers;
  }
}
