package koalens.backend.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentFileTest {
  private static final Map<String, String> LAUNCHER = Map.of("DATA_DIR", "/house/data");

  @TempDir private Path folder = Path.of(".");

  private Settings settings(String file, Map<String, String> environment) throws IOException {
    Path written = Files.writeString(folder.resolve(".env"), file);
    return Settings.read(EnvironmentFile.under(environment, written, LAUNCHER));
  }

  @Test
  void winsOverTheLauncherAndYieldsToTheEnvironment() throws IOException {
    assertThat(settings("", Map.of()).dataDirectory()).hasToString("/house/data");
    assertThat(settings("DATA_DIR=/mine\nPORT=9000", Map.of()).dataDirectory())
        .hasToString("/mine");
    Settings both = settings("DATA_DIR=/mine\nPORT=9000", Map.of("DATA_DIR", "/said"));
    assertThat(both.dataDirectory()).hasToString("/said");
    assertThat(both.port()).isEqualTo(9000);
  }

  @Test
  void countsAnEmptyLineAsNotSaid() throws IOException {
    assertThat(settings("DATA_DIR=", Map.of()).dataDirectory()).hasToString("/house/data");
    assertThat(settings("", Map.of("DATA_DIR", " ")).dataDirectory()).hasToString("/house/data");
  }

  @Test
  void isReadInDevelopmentOnly() throws IOException {
    for (Map<String, String> elsewhere :
        List.of(Map.of("APP_ENV", "staging"), Map.of("APP_ENV", "", "NODE_ENV", "production"))) {
      assertThat(settings("PORT=9000", elsewhere).port()).isEqualTo(8080);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"APP_ENV=production", "APP_ENV=staging", "NODE_ENV=production"})
  void mayNotNameAnotherEnvironment(String line) {
    assertThatThrownBy(() -> settings(line, Map.of()))
        .isInstanceOf(SettingsFault.class)
        .hasMessageContaining(
            line.substring(0, line.indexOf('=')) + " in .env must be development");
  }

  @Test
  void mayNameDevelopmentOrBeOverruledByIt() throws IOException {
    assertThat(settings("APP_ENV=development", Map.of()).environment())
        .isEqualTo(Environment.DEVELOPMENT);
    assertThat(settings("APP_ENV=production", Map.of("APP_ENV", "development")).environment())
        .isEqualTo(Environment.DEVELOPMENT);
  }
}
