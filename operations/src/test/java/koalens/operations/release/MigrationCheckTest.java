package koalens.operations.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationCheckTest {
  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE analysis;",
        "alter table analysis drop column verdict;",
        "ALTER TABLE analysis RENAME COLUMN a TO b;",
        "ALTER TABLE analysis ALTER COLUMN a TYPE bigint;",
        "ALTER TABLE analysis ALTER COLUMN a SET NOT NULL;",
        "ALTER TABLE analysis ADD COLUMN owner text NOT NULL;",
        "DELETE FROM analysis;",
        "truncate analysis;"
      })
  void findsWhatTheVersionBeforeCouldNotLiveWith(String statement) throws IOException {
    Files.writeString(folder.resolve("V7__change.sql"), "-- a change\n" + statement + "\n");
    assertThat(MigrationCheck.faults(folder))
        .singleElement()
        .asString()
        .contains("V7__change.sql:2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE device (id text PRIMARY KEY, at text NOT NULL);",
        "ALTER TABLE analysis ADD COLUMN owner text;",
        "ALTER TABLE analysis ADD COLUMN kept integer NOT NULL DEFAULT 0;",
        "CREATE INDEX analysis_at ON analysis (at);",
        "-- DROP TABLE analysis;"
      })
  void letsThroughWhatOnlyAdds(String statement) throws IOException {
    Files.writeString(folder.resolve("V7__change.sql"), statement + "\n");
    assertThat(MigrationCheck.faults(folder)).isEmpty();
  }

  @Test
  void theMigrationsInTheRepositoryOnlyAdd() {
    Path root = Path.of(System.getProperty("koalens.root", "../.."));
    assertThat(MigrationCheck.faults(root.resolve("backend/src/main/resources/db/migration")))
        .isEmpty();
  }
}
