package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the engine takes for the heading of a list is one on a picture too: a list under a heading
/// that the reader did not know would not be read.
class EngineHeadingsTest {
  private static final Path ROOT = Path.of(System.getProperty("koalens.root", ".."));
  private static final String KEY = "ingredients: ";

  static Stream<String> headings() throws IOException {
    try (var languages = Files.list(ROOT.resolve("engine/src/main/knowledge/languages"))) {
      List<Path> labels = languages.map(language -> language.resolve("label.txt")).toList();
      assertThat(labels).hasSizeGreaterThan(10);
      return labels.stream().flatMap(EngineHeadingsTest::phrases).sorted().distinct();
    }
  }

  private static Stream<String> phrases(Path label) {
    try {
      return Files.readAllLines(label).stream()
          .filter(line -> line.startsWith(KEY))
          .flatMap(line -> Arrays.stream(line.substring(KEY.length()).split(" \\| ", -1)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("headings")
  void isOneOnAPicture(String heading) {
    LabelReading reading = PrintedPage.of(1.4, heading + ": havre, vatten,", "salt.").reading();
    assertThat(reading.listFound()).isTrue();
    assertThat(reading.text()).endsWith("havre, vatten, salt.");
  }
}
