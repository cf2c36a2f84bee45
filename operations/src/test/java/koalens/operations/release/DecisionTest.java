package koalens.operations.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
  @TempDir private Path folder = Path.of(".");

  // The words of koalens compare --json.
  @ParameterizedTest
  @CsvSource({
    "promote, true",
    "equivalent, true",
    "keep-collecting, false",
    "invalid, false",
    "trade-off, false"
  })
  void allowsAPromotionAsCompareDecided(String word, boolean allowed) throws IOException {
    Path report =
        Files.writeString(folder.resolve("decision.json"), "{\"decision\":\"%s\"}".formatted(word));
    assertThat(Decision.Compared.read(report).allows()).isEqualTo(allowed);
  }
}
