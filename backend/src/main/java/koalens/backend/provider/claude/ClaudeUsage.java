package koalens.backend.provider.claude;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import koalens.backend.provider.Usage;
import koalens.backend.provider.wire.Json;

/// Reads Anthropic's `usage`. Its `input_tokens` leave out what was cached; its `output_tokens`
/// include thinking. Source: Anthropic's API reference.
public final class ClaudeUsage {
  private ClaudeUsage() {}

  /// The usage; what is missing counts as 0.
  public static Usage of(JsonNode usage) {
    long read = Json.count(usage.path("cache_read_input_tokens"));
    long written = Json.count(usage.path("cache_creation_input_tokens"));
    JsonNode creation = usage.path("cache_creation");
    long writtenLong = Math.min(written, Json.count(creation.path("ephemeral_1h_input_tokens")));
    long output = Json.count(usage.path("output_tokens"));
    long thinking = Json.count(usage.path("output_tokens_details").path("thinking_tokens"));
    return new Usage(
        Json.count(usage.path("input_tokens")) + read + written,
        read,
        written - writtenLong,
        writtenLong,
        output,
        Math.min(thinking, output),
        Json.count(usage.path("server_tool_use").path("web_search_requests")),
        Map.of(),
        Map.of(),
        Map.of());
  }
}
