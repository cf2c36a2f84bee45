package koalens.backend.provider.wire;

import java.time.Duration;

/// Where a provider is reached.
///
/// @param baseUrl such as `https://api.anthropic.com`
/// @param apiKey the key; sent as a header to the base URL only
/// @param connections how many stay open between requests: where as many requests are under way, a
///   call waits for no new one
public record Endpoint(String baseUrl, String apiKey, int connections) {
  /// How long an unused connection stays open.
  public static final Duration KEEP_ALIVE = Duration.ofMinutes(5);

  /// Shows no key.
  @Override
  public String toString() {
    return "Endpoint[%s]".formatted(baseUrl);
  }
}
