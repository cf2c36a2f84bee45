package koalens.backend.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeDirectoryTest {
  @TempDir private Path folder = Path.of(".");

  private Settings settings(Path knowledge) {
    return Settings.read(
        Map.of(
            "DATA_DIR", folder.resolve("data").toString(), "KNOWLEDGE_DIR", knowledge.toString()));
  }

  @Test
  void isNamedAmongTheFaultsWhenItIsNotThere() {
    SettingsFault fault =
        catchThrowableOfType(SettingsFault.class, () -> settings(folder.resolve("none")));
    assertThat(fault.faults()).singleElement().asString().contains("KNOWLEDGE_DIR");
  }

  @Test
  void isReadBeforeADatabaseIsTouched() throws Exception {
    Settings settings = settings(Files.createDirectory(folder.resolve("empty")));
    assertThatThrownBy(() -> Application.open(settings)).hasMessageContaining("KNOWLEDGE_DIR");
    assertThat(folder.resolve("data/koalens.db")).doesNotExist();
  }
}
