package koalens.backend.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koalens.backend.analysis.advice.LogContent;
import koalens.backend.provider.Resilience;
import koalens.backend.reading.ReadingLimits;
import koalens.backend.storage.DatabaseAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(settings.providers().resilience()).isEqualTo(Resilience.STANDARD);
    assertThat(settings.media().reading()).isEqualTo(ReadingLimits.STANDARD);
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
  void choosesTheProviderWhoseKeyIsThere() {
    assertThat(Settings.read(Map.of("ANTHROPIC_API_KEY", "k")).aiProvider())
        .isEqualTo(AiProvider.CLAUDE);
    assertThat(Settings.read(Map.of("ANTHROPIC_API_KEY", "k", "GEMINI_API_KEY", "k")).aiProvider())
        .isEqualTo(AiProvider.GEMINI);
    assertThat(Settings.read(Map.of("GEMINI_API_KEY", "k", "AI_PROVIDER", "local")).aiProvider())
        .isEqualTo(AiProvider.LOCAL);
  }

  @Test
  void splitsBetweenProvidersOnlyWithBothKeysAndAWeight() {
    assertThatThrownBy(() -> Settings.read(Map.of("ENABLE_AB_TEST", "true", "GEMINI_API_KEY", "k")))
        .hasMessageContaining("ANTHROPIC_API_KEY");
    var environment =
        new HashMap<>(
            Map.of("ENABLE_AB_TEST", "true", "GEMINI_API_KEY", "k", "ANTHROPIC_API_KEY", "k"));
    assertThat(Settings.read(environment).ai().experiment().orElseThrow().version())
        .isEqualTo("gemini:50,claude:50");
    environment.put("AB_WEIGHT_GEMINI", "90");
    environment.put("AB_WEIGHT_CLAUDE", "0");
    assertThat(Settings.read(environment).ai().experiment().orElseThrow().version())
        .isEqualTo("gemini:90,claude:0");
    environment.put("AB_WEIGHT_GEMINI", "0");
    assertThatThrownBy(() -> Settings.read(environment)).hasMessageContaining("AB_WEIGHT_GEMINI");
  }

  @Test
  void logsContentsOnlyInStagingUnlessTold() {
    assertThat(Settings.read(Map.of()).ai().logContent()).isEqualTo(LogContent.OFF);
    assertThat(Settings.read(Map.of("APP_ENV", "staging")).ai().logContent())
        .isEqualTo(LogContent.REDACTED);
    assertThat(
            Settings.read(Map.of("APP_ENV", "staging", "AI_LOG_CONTENT", "off")).ai().logContent())
        .isEqualTo(LogContent.OFF);
    assertThat(Settings.read(Map.of("APP_ENV", "production")).ai().logContent())
        .isEqualTo(LogContent.OFF);
  }

  @ParameterizedTest
  @CsvSource({
    "GEMINI_BASE_URL, not an address",
    "GEMINI_BASE_URL, ftp://example.org",
    "ANTHROPIC_BASE_URL, https://user:secret@example.org",
    "ANTHROPIC_BASE_URL, https://example.org?key=secret",
    "GEMINI_MODEL_NAME, two words",
    "AB_MODE, both",
    "AI_DEADLINE_MS, 0",
    "AI_LOG_CONTENT, everything"
  })
  void namesWhatCannotBeUsedOfTheProvidersSettings(String name, String value) {
    assertThatThrownBy(() -> Settings.read(Map.of(name, value)))
        .isInstanceOf(SettingsFault.class)
        .hasMessageContaining(name)
        .message()
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8091",
        "http://LOCALHOST",
        "http://localhost.:8091",
        "http://127.0.0.1:8091",
        "http://127.1.2.3",
        "http://0.0.0.0:8091",
        "https://[::1]:8091",
        "https://[::ffff:127.0.0.1]",
        "http://emulator.localhost"
      })
  void takesNoProviderOnThisMachineInProduction(String address) {
    for (String name : List.of("GEMINI_BASE_URL", "ANTHROPIC_BASE_URL")) {
      assertThatThrownBy(() -> Settings.read(Map.of("APP_ENV", "production", name, address)))
          .isInstanceOf(SettingsFault.class)
          .hasMessageContaining(name);
      assertThat(Settings.read(Map.of("APP_ENV", "staging", name, address))).isNotNull();
    }
  }

  @Test
  void keepsTheKeyOfTheLogsMarksAcrossStarts(@TempDir Path data) {
    Settings settings = Settings.read(Map.of("DATA_DIR", data.resolve("new").toString()));
    String key = LogHashKey.of(settings);
    assertThat(key).matches("[0-9a-f]{64}");
    assertThat(LogHashKey.of(settings)).isEqualTo(key);
    assertThat(LogHashKey.of(Settings.read(Map.of("LOG_HASH_KEY", "mine")))).isEqualTo("mine");
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
