package koalens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeCommandsTest {
  @TempDir private Path folder = Path.of(".");

  private record Run(int code, String out, String err) {}

  private static Run run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void findsEntriesByTheBeginningOfAName() {
    Run run = run("knowledge", "search", "vassle", "--language", "sv");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().toList())
        .isNotEmpty()
        .first()
        .asString()
        .matches("non-vegan +whey +vassle");
  }

  @Test
  void listsNoMoreEntriesThanAskedFor() {
    Run run = run("knowledge", "search", "apple", "--limit", "3");
    assertThat(run.out().lines()).hasSize(3);
  }

  @Test
  void saysByItsExitCodeThatNothingWasFound() {
    Run run = run("knowledge", "search", "blixtragurium");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void explainsAnAdditiveByItsNumber() {
    Run run = run("knowledge", "explain", "E 471");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("(e471)").contains("maybe-vegan, ANIMAL_OR_PLANT");
  }

  @Test
  void explainsWhatAnEntryDescendsFrom() {
    Run run = run("knowledge", "explain", "skimmed-milk-powder", "--language", "sv");
    assertThat(run.out()).contains("non-vegan, MILK").contains("is a     dairy (non-vegan)");
  }

  @Test
  void namesAnEntryThatIsNotThere() {
    Run run = run("knowledge", "explain", "blixtragurium");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no entry 'blixtragurium'").contains("knowledge search");
  }

  @Test
  void namesTheFileAndLineOfAFault() throws IOException {
    Path knowledge = knowledge("milk : vegan MILK\n", "milk = mjölk\n");
    Run run = run("knowledge", "check", knowledge.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("foods.txt:1").contains("MILK goes with non-vegan");
  }

  @Test
  void findsANameThatBelongsToTwoConcepts() throws IOException {
    Path knowledge =
        knowledge("milk : non-vegan MILK\noat : vegan PLANT\n", "milk = mjölk\noat = mjölk\n");
    Run run = run("knowledge", "check", knowledge.toString());
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
    Run run = run("knowledge", "check", "--pairs", knowledge.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("'mustard' (mustard) and 'custard' (custard)");
  }

  @Test
  void namesAFolderThatHoldsNoKnowledge() {
    Run run = run("knowledge", "check", folder.toString());
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
    Run run = run("knowledge", "import", taxonomy.toString(), "--into", into.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("3 names of 3 things are new");
    assertThat(into.resolve("knowledge.bin")).isNotEmptyFile();
  }

  @Test
  void writesNothingWhenATaxonomySaysNothingNew() throws IOException {
    Path taxonomy = Files.writeString(folder.resolve("taxonomy.txt"), "en: milk\nvegan:en: no\n");
    Path into = folder.resolve("overlay");
    Run run = run("knowledge", "import", taxonomy.toString(), "--into", into.toString());
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
