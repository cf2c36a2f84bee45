package koalens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// SECURITY.md names a test for each promise: they are there.
class SecurityDocumentTest {
  private static final Path ROOT = Path.of(System.getProperty("koalens.root", ".."));
  private static final Pattern NAMED =
      Pattern.compile("`(\\w+(?:Test|Contract))(?:\\.(\\w+)(…?))?`");

  @Test
  void everyTestItNamesIsThere() throws IOException {
    List<MatchResult> named =
        NAMED.matcher(Files.readString(ROOT.resolve("SECURITY.md"))).results().toList();
    assertThat(named).hasSizeGreaterThan(20);
    List<Path> sources = sources();
    assertThat(named).allMatch(test -> isThere(test, sources));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("/src/test/java/"))
          .filter(file -> !file.toString().contains("/node_modules/"))
          .toList();
    }
  }

  private static boolean isThere(MatchResult test, List<Path> sources) {
    return sources.stream()
        .filter(file -> file.endsWith(test.group(1) + ".java"))
        .anyMatch(file -> test.group(2) == null || names(file, test));
  }

  private static boolean names(Path file, MatchResult test) {
    String rest = test.group(3).isEmpty() ? "\\(" : "\\w+\\(";
    try {
      return Pattern.compile("void " + test.group(2) + rest).matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
