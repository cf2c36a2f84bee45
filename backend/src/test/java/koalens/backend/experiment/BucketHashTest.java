package koalens.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes other vectors of the same form from the file in the system property `oracles`.
class BucketHashTest {

  static Stream<JsonNode> vectors() throws IOException {
    try (InputStream stream = file()) {
      return StreamSupport.stream(new JsonMapper().readTree(stream).spliterator(), false)
          .filter(vector -> vector.get("id").asString().startsWith("gbhash"))
          .toList()
          .stream();
    }
  }

  private static InputStream file() throws IOException {
    String named = System.getProperty("oracles");
    return named == null
        ? Objects.requireNonNull(
            BucketHashTest.class.getResourceAsStream("bucket-hash-vectors.json"))
        : Files.newInputStream(Path.of(named));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void reproducesThePublishedVectors(JsonNode vector) {
    JsonNode input = vector.get("input");
    Optional<Double> bucket =
        BucketHash.version(input.get("version").asInt())
            .map(hash -> hash.bucket(text(input, "seed"), text(input, "value")));
    JsonNode expected = vector.get("expected");
    if (expected.isNull()) {
      assertThat(bucket).isEmpty();
    } else {
      assertThat(bucket.orElseThrow())
          .isCloseTo(expected.asDouble(), within(vector.get("tol").asDouble()));
    }
  }

  private static String text(JsonNode input, String name) {
    return input.get(name).asString();
  }
}
