package koalens.server.api;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// The mark each request carries: the caller's own when it is harmless, else a new one.
final class RequestIds {
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestIds() {}

  static String of(Optional<String> given) {
    return given.filter(id -> HARMLESS.matcher(id).matches()).orElseGet(RequestIds::next);
  }

  // It must be unlike others, not hard to guess.
  private static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
