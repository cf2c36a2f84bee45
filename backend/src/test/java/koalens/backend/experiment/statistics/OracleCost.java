package koalens.backend.experiment.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;
import koalens.backend.provider.price.Cost;
import koalens.backend.provider.price.Price;
import koalens.backend.provider.price.PriceBook;
import koalens.backend.provider.price.PriceEvidence;
import tools.jackson.databind.JsonNode;

/// Costs that oracles ask for, by the house's own prices and usages, in dollars.
final class OracleCost {
  private static final double MILLION = 1e6;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  private OracleCost() {}

  static Object of(JsonNode input) {
    return input.has("lo") ? tiers(input) : dollars(price(input.path("prices")).of(usage(input)));
  }

  // The prices stand in the book too: it has to choose between them.
  private static List<Double> tiers(JsonNode input) {
    var costs = new ArrayList<Double>();
    for (JsonNode usage : input.path("usage")) {
      Usage tokens = Usage.of(usage.get(0).asLong(), usage.get(1).asLong());
      PriceBook.standard()
          .cost(ProviderName.CLAUDE, "claude-haiku-5-5", tokens, DAY)
          .map(OracleCost::dollars)
          .ifPresent(costs::add);
    }
    return costs;
  }

  private static double dollars(Cost cost) {
    return cost.total().doubleValue() / MILLION;
  }

  private static Price price(JsonNode prices) {
    return new Price(
        ProviderName.CLAUDE,
        "oracle",
        DAY,
        0,
        number(prices, "inp").orElseThrow(),
        number(prices, "out").orElseThrow(),
        number(prices, "cr"),
        number(prices, "cw5m"),
        number(prices, "cw1h"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PriceEvidence.LISTED,
        "oracle");
  }

  private static Optional<BigDecimal> number(JsonNode prices, String name) {
    return prices.has(name) ? Optional.of(prices.path(name).decimalValue()) : Optional.empty();
  }

  private static Usage usage(JsonNode input) {
    JsonNode usage = input.path("usage");
    return usage.has("input_tokens") ? anthropic(usage) : gemini(usage);
  }

  private static Usage anthropic(JsonNode usage) {
    long read = tokens(usage, "cache_read_input_tokens");
    long written = tokens(usage, "cache_creation_input_tokens");
    long input = tokens(usage, "input_tokens") + read + written;
    return usage(input, read, written, tokens(usage, "output_tokens"), 0);
  }

  private static Usage gemini(JsonNode usage) {
    long thoughts = tokens(usage, "thoughtsTokenCount");
    return usage(
        tokens(usage, "promptTokenCount") + tokens(usage, "toolUsePromptTokenCount"),
        tokens(usage, "cachedContentTokenCount"),
        0,
        tokens(usage, "candidatesTokenCount") + thoughts,
        thoughts);
  }

  private static Usage usage(long input, long read, long written, long output, long thinking) {
    return new Usage(input, read, written, 0, output, thinking, 0, Map.of(), Map.of(), Map.of());
  }

  private static long tokens(JsonNode usage, String name) {
    return usage.path(name).asLong(0);
  }
}
