package koalens.operations.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
  @TempDir private Path folder = Path.of(".");

  // The words of koalens compare --json.
  @ParameterizedTest
  @CsvSource({
    "promote, 0, true",
    "promote, 6, true",
    "promote, 8, false",
    "equivalent, 0, true",
    "keep-collecting, 0, false",
    "invalid, 0, false",
    "trade-off, 0, false"
  })
  void allowsAPromotionAsCompareDecidedOfLate(String word, int daysAgo, boolean allowed)
      throws IOException {
    Decision decision = read(word, LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo).toString());
    assertThat(decision.allows()).isEqualTo(allowed);
  }

  @Test
  void theReasonNamesTheProviderTheDayAndTheFile() throws IOException {
    assertThat(read("promote", "2026-11-27").reason())
        .matches(
            "compare decided promote claude on calls until 2026-11-27 \\(sha256 [0-9a-f]{12}\\)");
  }

  @Test
  void aDecisionOfNoDayIsNone() {
    assertThatThrownBy(() -> read("promote", "")).hasMessageContaining("does not say its day");
  }

  private Decision read(String word, String day) throws IOException {
    return Decision.Compared.read(
        Files.writeString(
            folder.resolve("decision.json"),
            "{\"decision\":\"%s\",\"provider\":\"claude\",\"day\":\"%s\"}".formatted(word, day)));
  }
}
