package koalens.backend.provider.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import koalens.backend.provider.Modality;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;
import koalens.backend.provider.claude.ClaudeUsage;
import koalens.backend.provider.gemini.GeminiUsage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Usage as the providers really sent it, counted and charged as pydantic's genai-prices does. Runs
/// on the file named by the system property `usageBodies`, relative to the repository; without it,
/// on a part of that project's bodies.
class UsageBodiesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final PriceBook PRICES = PriceBook.standard();

  @TestFactory
  Stream<DynamicTest> realUsageIsCountedAndChargedAsExpected() throws IOException {
    JsonNode rows = rows();
    assertThat(rows).isNotEmpty();
    return rows.valueStream().map(row -> DynamicTest.dynamicTest(title(row), () -> check(row)));
  }

  private static JsonNode rows() throws IOException {
    String named = System.getProperty("usageBodies", "");
    try (InputStream stream =
        named.isEmpty()
            ? Objects.requireNonNull(UsageBodiesTest.class.getResourceAsStream("usage-bodies.json"))
            : Files.newInputStream(
                Path.of(System.getProperty("koalens.root", "")).resolve(named))) {
      return JsonMapper.builder().build().readTree(stream);
    }
  }

  private static String title(JsonNode row) {
    return row.path("model").asText("no model") + " " + row.path("body").path("file").asText("");
  }

  private static void check(JsonNode row) {
    boolean claude = row.path("body").has("usage");
    ProviderName provider = claude ? ProviderName.CLAUDE : ProviderName.GEMINI;
    Usage usage =
        claude
            ? ClaudeUsage.of(row.path("body").path("usage"))
            : GeminiUsage.of(row.path("body").path("usageMetadata"));
    String publisher = claude ? "anthropic" : "google";
    for (JsonNode extracted : row.path("extracted")) {
      for (JsonNode extractor : extracted.path("extractors")) {
        if (extractor.path("provider_id").asText("").equals(publisher)
            && extractor.path("api_flavor").asText("").equals("default")) {
          checkCounts(usage, extracted.path("usage"));
          checkPrices(provider, row.path("model").asText(""), usage, extractor);
        }
      }
    }
  }

  private static void checkCounts(Usage usage, JsonNode expected) {
    assertThat(usage.input()).isEqualTo(expected.path("input_tokens").asLong());
    assertThat(usage.output()).isEqualTo(expected.path("output_tokens").asLong());
    assertThat(usage.thinking()).isEqualTo(expected.path("output_reasoning_tokens").asLong());
    assertThat(usage.cacheRead()).isEqualTo(expected.path("cache_read_tokens").asLong());
    assertThat(usage.cacheWriteShort() + usage.cacheWriteLong())
        .isEqualTo(expected.path("cache_write_tokens").asLong());
    assertThat(usage.cacheWriteLong()).isEqualTo(expected.path("cache_write_1h_tokens").asLong());
    assertThat(usage.webSearches()).isEqualTo(expected.path("web_searches").asLong());
    checkModalities(usage.inputByModality(), expected, "input_%s_tokens");
    checkModalities(usage.cacheReadByModality(), expected, "cache_%s_read_tokens");
    checkModalities(usage.outputByModality(), expected, "output_%s_tokens");
  }

  // That project counts pages as pictures.
  private static void checkModalities(
      Map<Modality, Long> counted, JsonNode expected, String field) {
    assertThat(count(counted, Modality.TEXT)).isEqualTo(count(expected, field, "text"));
    assertThat(count(counted, Modality.AUDIO)).isEqualTo(count(expected, field, "audio"));
    assertThat(count(counted, Modality.VIDEO)).isEqualTo(count(expected, field, "video"));
    assertThat(count(counted, Modality.IMAGE) + count(counted, Modality.DOCUMENT))
        .isEqualTo(count(expected, field, "image"));
  }

  private static long count(Map<Modality, Long> counted, Modality modality) {
    return counted.getOrDefault(modality, 0L);
  }

  private static long count(JsonNode expected, String field, String modality) {
    return expected.path(field.formatted(modality)).asLong();
  }

  private static void checkPrices(
      ProviderName provider, String model, Usage usage, JsonNode expected) {
    if (!expected.has("input_price") && !expected.has("output_price")) {
      return;
    }
    Cost cost = PRICES.cost(provider, model, usage, DAY).orElseThrow();
    assertThat(cost.input()).isEqualByComparingTo(micros(expected, "input_price"));
    assertThat(cost.output()).isEqualByComparingTo(micros(expected, "output_price"));
    if (expected.has("total_price")) {
      assertThat(cost.total()).isEqualByComparingTo(micros(expected, "total_price"));
    }
  }

  private static BigDecimal micros(JsonNode expected, String field) {
    return new BigDecimal(expected.path(field).asText("0")).movePointRight(6);
  }
}
