package koalens.backend.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import koalens.backend.provider.Modality;
import koalens.backend.provider.Usage;
import koalens.backend.provider.wire.Json;

/// Reads Gemini's `usageMetadata`. Its `promptTokenCount` includes what was cached, but not the
/// results of tools; its `candidatesTokenCount` leaves out thoughts. Source: Gemini's API
/// reference.
public final class GeminiUsage {
  private GeminiUsage() {}

  /// The usage; what is missing counts as 0.
  public static Usage of(JsonNode metadata) {
    long input =
        Json.count(metadata.path("promptTokenCount"))
            + Json.count(metadata.path("toolUsePromptTokenCount"));
    long cached = Json.count(metadata.path("cachedContentTokenCount"));
    long thinking = Json.count(metadata.path("thoughtsTokenCount"));
    return new Usage(
        Math.max(input, cached),
        cached,
        0,
        0,
        Json.count(metadata.path("candidatesTokenCount")) + thinking,
        thinking,
        0,
        byModality(metadata, "promptTokensDetails", "toolUsePromptTokensDetails"),
        byModality(metadata, "cacheTokensDetails"),
        byModality(metadata, "candidatesTokensDetails"));
  }

  private static Map<Modality, Long> byModality(JsonNode metadata, String... fields) {
    var counts = new EnumMap<Modality, Long>(Modality.class);
    Stream.of(fields)
        .flatMap(field -> metadata.path(field).valueStream())
        .forEach(detail ->
            modality(detail.path("modality").asText(""))
                .ifPresent(modality ->
                    counts.merge(modality, Json.count(detail.path("tokenCount")), Long::sum)));
    return counts;
  }

  private static Optional<Modality> modality(String name) {
    return Stream.of(Modality.values()).filter(known -> known.name().equals(name)).findFirst();
  }
}
