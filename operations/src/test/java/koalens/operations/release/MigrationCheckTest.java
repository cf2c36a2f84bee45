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
        "ALTER TABLE analysis DROP label_text;",
        "ALTER TABLE analysis RENAME label_text TO label;",
        "ALTER TABLE analysis ADD owner text NOT NULL;",
        "ALTER TABLE analysis ALTER label_text TYPE bigint;",
        "ALTER TABLE analysis\n  ADD COLUMN owner text,\n  DROP COLUMN label_text;",
        "ALTER TABLE analysis ADD COLUMN owner\n  text\n  NOT NULL;",
        "ALTER TABLE analysis ADD CONSTRAINT owned CHECK (owner IS NOT NULL);",
        "CREATE UNIQUE INDEX analysis_once ON analysis (label_text);",
        "DO $$ BEGIN EXECUTE 'x' END $$",
        "DROP /* all of it */ TABLE analysis",
        "UPDATE analysis SET label_text = '';",
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
        "ALTER TABLE analysis ADD kept numeric(4, 2) DEFAULT 0 NOT NULL,\n  ADD note text;",
        "CREATE INDEX analysis_at ON analysis (at);",
        "CREATE TABLE word (id text DEFAULT 'x; DROP TABLE analysis', note text /* DROP; */);",
        "COMMENT ON TABLE analysis IS 'it''s kept; no -- more';",
        "/* DROP TABLE analysis;\n */",
        "-- DROP TABLE analysis;"
      })
  void letsThroughWhatOnlyAdds(String statement) throws IOException {
    Files.writeString(folder.resolve("V7__change.sql"), statement + "\n");
    assertThat(MigrationCheck.faults(folder)).isEmpty();
  }

  @Test
  void theMigrationsInTheRepositoryOnlyAdd() {
    Path root = Path.of(System.getProperty("koalens.root", ".."));
    assertThat(MigrationCheck.faults(root.resolve("backend/src/main/resources/db/migration")))
        .isEmpty();
  }
}
