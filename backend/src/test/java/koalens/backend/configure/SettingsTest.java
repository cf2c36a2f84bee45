package koalens.backend.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import koalens.backend.storage.DatabaseAddress;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Path ROOT = Path.of(System.getProperty("koalens.root", ".."));

  @Test
  void needsNothing() {
    Settings settings = Settings.read(Map.of());
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.host()).isEqualTo("0.0.0.0");
    assertThat(settings.environment()).isEqualTo(Environment.DEVELOPMENT);
    assertThat(settings.aiProvider()).isEqualTo(AiProvider.LOCAL);
    assertThat(settings.database())
        .isEqualTo(new DatabaseAddress.SqliteFile(Path.of("./data", "koalens.db")));
    assertThat(settings.corsOrigins()).isEmpty();
    assertThat(settings.limits().textCharacters()).isEqualTo(20_000);
    assertThat(settings.limits().ingredients()).isEqualTo(2_000);
    assertThat(settings.limits().depth()).isEqualTo(12);
    assertThat(settings.limits().bodyBytes()).isEqualTo(1_048_576);
  }

  @Test
  void namesEveryFaultAtOnce() {
    SettingsFault fault =
        catchThrowableOfType(
            SettingsFault.class,
            () ->
                Settings.read(
                    Map.of(
                        "PORT", "eighty", "LOG_LEVEL", "loud", "MAX_DEPTH", "0", "APP_ENV", "x")));
    assertThat(fault.faults()).hasSize(4);
    assertThat(fault.faults()).anyMatch(one -> one.contains("PORT"));
    assertThat(fault.faults()).anyMatch(one -> one.contains("LOG_LEVEL"));
    assertThat(fault.faults()).anyMatch(one -> one.contains("MAX_DEPTH"));
    assertThat(fault.faults()).anyMatch(one -> one.contains("APP_ENV"));
  }

  @Test
  void neverPrintsASecret() {
    String key = "sk-very-secret-0123456789";
    assertThat(Settings.read(Map.of("ANTHROPIC_API_KEY", key, "GEMINI_API_KEY", key)).toString())
        .doesNotContain(key);
    assertThat(Settings.read(Map.of("DATABASE_URL", "postgres://me:" + key + "@h/db")).toString())
        .doesNotContain(key);
    assertThatThrownBy(
            () -> Settings.read(Map.of("DATABASE_URL", "postgres://me:" + key + "#@host/db")))
        .isInstanceOf(SettingsFault.class)
        .hasMessageContaining("DATABASE_URL")
        .message()
        .doesNotContain(key);
  }

  @Test
  void asksForTheKeyOfAProviderThatIsChosen() {
    assertThatThrownBy(() -> Settings.read(Map.of("AI_PROVIDER", "gemini")))
        .hasMessageContaining("GEMINI_API_KEY");
  }

  @Test
  void everySettingIsDocumented() throws IOException {
    String example = Files.readString(ROOT.resolve(".env.example"));
    String reference = Files.readString(ROOT.resolve("docs/reference/settings.md"));
    assertThat(Settings.documentation())
        .allSatisfy(setting -> {
          assertThat(example).contains(setting.name() + "=");
          assertThat(reference).contains("`" + setting.name() + "`").contains(setting.meaning());
        });
  }
}
