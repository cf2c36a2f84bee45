package koalens.operations.fly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is sent to the builder is the working tree without what .dockerignore names.
class BuildContextTest {
  private static final Path ROOT = Path.of(System.getProperty("koalens.root", ".."));

  @Test
  void noFileOfSecretsIsSentToTheBuilder() throws IOException {
    List<String> secrets =
        Files.readAllLines(ROOT.resolve(".gitignore")).stream()
            .filter(pattern -> pattern.startsWith(".env") || pattern.startsWith(".secrets"))
            .map(pattern -> "**/" + pattern)
            .toList();
    assertThat(secrets).contains("**/.env", "**/.secrets.*");
    assertThat(Files.readAllLines(ROOT.resolve(".dockerignore"))).containsAll(secrets);
  }
}
