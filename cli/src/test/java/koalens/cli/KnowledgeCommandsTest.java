package koalens.cli;

import static koalens.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeCommandsTest {
  @TempDir private Path folder = Path.of(".");

  @Test
  void findsEntriesByTheBeginningOfAName() {
    CommandRun run = run("knowledge", "search", "vassle", "--language", "sv");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().toList())
        .isNotEmpty()
        .first()
        .asString()
        .matches("non-vegan +whey +vassle");
  }

  @Test
  void listsNoMoreEntriesThanAskedFor() {
    CommandRun run = run("knowledge", "search", "apple", "--limit", "3");
    assertThat(run.out().lines()).hasSize(3);
  }

  @Test
  void saysByItsExitCodeThatNothingWasFound() {
    CommandRun run = run("knowledge", "search", "blixtragurium");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void explainsAnAdditiveByItsNumber() {
    CommandRun run = run("knowledge", "explain", "E 471");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("(e471)").contains("maybe-vegan, ANIMAL_OR_PLANT");
  }

  @Test
  void explainsWhatAnEntryDescendsFrom() {
    CommandRun run = run("knowledge", "explain", "skimmed-milk-powder", "--language", "sv");
    assertThat(run.out()).contains("non-vegan, MILK").contains("is a     dairy (non-vegan)");
  }

  @Test
  void namesAnEntryThatIsNotThere() {
    CommandRun run = run("knowledge", "explain", "blixtragurium");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no entry 'blixtragurium'").contains("knowledge search");
  }

  @Test
  void namesTheFileAndLineOfAFault() throws IOException {
    Path knowledge = knowledge("milk : vegan MILK\n", "milk = mjölk\n");
    CommandRun run = run("knowledge", "check", knowledge.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("foods.txt:1").contains("MILK goes with non-vegan");
  }

  @Test
  void findsANameThatBelongsToTwoConcepts() throws IOException {
    Path knowledge =
        knowledge("milk : non-vegan MILK\noat : vegan PLANT\n", "milk = mjölk\noat = mjölk\n");
    CommandRun run = run("knowledge", "check", knowledge.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("'mjölk' of oat is also a name of milk");
  }

  @Test
  void listsNamesOneLetterApartOfOppositeStatus() throws IOException {
    Path knowledge =
        knowledge(
            "custard : non-vegan MILK\nmustard : vegan PLANT\n",
            "custard = custard\n    match: custard\n    avoid: salt\n"
                + "mustard = mustard\n    match: mustard\n    avoid: salt\n");
    CommandRun run = run("knowledge", "check", "--pairs", knowledge.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("'mustard' (mustard) and 'custard' (custard)");
  }

  @Test
  void namesAFolderThatHoldsNoKnowledge() {
    CommandRun run = run("knowledge", "check", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no knowledge folder at " + folder);
  }

  @Test
  void importsWhatTheEngineDoesNotKnowAndNothingElse() throws IOException {
    Path taxonomy =
        Files.writeString(
            folder.resolve("taxonomy.txt"),
            """
            en: milk
            vegan:en: yes

            en: blixtragurium
            sv: blixtragurium
            vegan:en: no

            < en:blixtragurium
            en: blixtragurium extract
            """);
    Path into = folder.resolve("overlay");
    CommandRun run = run("knowledge", "import", taxonomy.toString(), "--into", into.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("3 names of 3 things are new");
    assertThat(into.resolve("knowledge.bin")).isNotEmptyFile();
  }

  @Test
  void writesNothingWhenATaxonomySaysNothingNew() throws IOException {
    Path taxonomy = Files.writeString(folder.resolve("taxonomy.txt"), "en: milk\nvegan:en: no\n");
    Path into = folder.resolve("overlay");
    CommandRun run = run("knowledge", "import", taxonomy.toString(), "--into", into.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(into).doesNotExist();
  }

  private Path knowledge(String concepts, String names) throws IOException {
    Path language = folder.resolve("languages/xx");
    Files.createDirectories(folder.resolve("concepts"));
    Files.createDirectories(language.resolve("names"));
    Files.writeString(folder.resolve("concepts/foods.txt"), concepts);
    Files.writeString(language.resolve("names/foods.txt"), names);
    Files.writeString(language.resolve("label.txt"), "ingredients: ingredients\n");
    Files.writeString(language.resolve("words.txt"), "neutral: organic\n");
    return folder;
  }
}
