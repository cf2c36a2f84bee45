package koalens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents point at is there: files, headings, tests.
class DocumentTest {
  private static final Path ROOT = Path.of(System.getProperty("koalens.root", "..")).normalize();
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```");
  private static final Pattern LINK =
      Pattern.compile("]\\((?![a-z]+:)([^)\\s#]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))(?:\\.\\w+…?)?`");

  @Test
  void everyLinkLeadsToAFileAndAHeading() throws IOException {
    List<Path> documents = files(".md");
    assertThat(documents).hasSizeGreaterThan(60);
    for (Path document : documents) {
      for (MatchResult link : LINK.matcher(text(document)).results().toList()) {
        assertThat(leadsSomewhere(document, link)).as(document + ": " + link.group()).isTrue();
      }
    }
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Set<String> tests =
        files(".java").stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    for (Path document : files(".md")) {
      assertThat(TEST.matcher(text(document)).results().map(named -> named.group(1)))
          .as(document.toString())
          .allMatch(tests::contains);
    }
  }

  private static boolean leadsSomewhere(Path document, MatchResult link) {
    Path target =
        link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
    return Files.exists(target)
        && (link.group(2) == null || anchors(target).contains(link.group(2)));
  }

  // As GitHub makes them of headings.
  private static Set<String> anchors(Path document) {
    return HEADING
        .matcher(text(document))
        .results()
        .map(heading -> heading.group(1).replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1"))
        .map(heading -> heading.strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String text(Path file) {
    try {
      return CODE.matcher(Files.readString(file)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .filter(file -> !file.toString().matches(".*/(node_modules|target|\\.git|\\.koalens)/.*"))
          .toList();
    }
  }
}
