package koalens.backend.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryHintTest {
  private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retry-after    | 7                             | 7000",
        "retry-after    | 0.25                          | 250",
        "retry-after    | Fri, 27 Nov 2026 04:00:30 GMT | 30000",
        "retry-after    | Fri, 27 Nov 2026 03:00:00 GMT | 0",
        "retry-after-ms | 1500                          | 1500"
      })
  void readsSecondsMillisecondsAndDates(String header, String value, long millis) {
    assertThat(hint(Map.of(header, value))).contains(Duration.ofMillis(millis));
  }

  @Test
  void believesTheMoreExactOfTwo() {
    assertThat(hint(Map.of("retry-after", "2", "retry-after-ms", "1800")))
        .contains(Duration.ofMillis(1800));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-3", "NaN", "Infinity", "1e300", "99999999999", "7 s"})
  void nonsenseIsNoHint(String value) {
    assertThat(hint(Map.of("retry-after", value))).isEmpty();
    assertThat(hint(Map.of("retry-after-ms", value.replace("99", "999999")))).isEmpty();
    assertThat(RetryHint.ofProtobuf(value.replace(" ", ","))).isEmpty();
  }

  @Test
  void readsTheDurationsOfGooglesErrors() {
    assertThat(RetryHint.ofProtobuf("45.837906927s")).contains(Duration.ofNanos(45_837_906_927L));
    assertThat(RetryHint.ofProtobuf("0s")).contains(Duration.ZERO);
    assertThat(RetryHint.ofProtobuf("45")).isEmpty();
  }

  private static Optional<Duration> hint(Map<String, String> headers) {
    return RetryHint.of(new HttpAnswer(429, headers, "", Duration.ZERO), NOW);
  }
}
