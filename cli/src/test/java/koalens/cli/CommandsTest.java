package koalens.cli;

import static koalens.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koalens.backend.experiment.statistics.Proportion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @CsvSource({
    "'Vatten, havre, salt', 0, vegan",
    "'Vatten, mjölk', 10, non-vegan",
    "'Vatten, arom', 11, maybe-vegan",
    "'Vatten, blixtragurium', 12, unknown"
  })
  void tellsTheVerdictByItsExitCode(String text, int code, String status) {
    CommandRun run = run("analyze", text);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).startsWith(status + ":");
  }

  @Test
  void printsWhatDecidedFirst() {
    assertThat(run("analyze", "Vatten, havre, grädde").out().lines().toList().get(2))
        .contains("grädde");
  }

  @Test
  void readsAFileAndPrintsJson() throws IOException {
    Path file = Files.writeString(folder.resolve("label.txt"), "Ingredients: oats, honey");
    CommandRun run = run("analyze", "--json", "--language", "en", "--file", file.toString());
    assertThat(run.code()).isEqualTo(10);
    assertThat(run.out()).contains("\"isVegan\":false").contains("it comes from bees");
  }

  @Test
  void namesAFileThatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("label.bin"), new byte[] {(byte) 0xC3, 0x28});
    CommandRun run = run("analyze", "--file", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "analyze", "eval", "doctor", "migrate", "completion"})
  void explainsEveryCommand(String command) {
    CommandRun run = run(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Usage: koalens " + command)
        .contains("Options:")
        .contains("Examples:");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "analyze", "eval", "doctor", "migrate"})
  void explainsTheExitCodesOfACommand(String command) {
    assertThat(run(command, "--help").out()).contains("Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "data", "database", "knowledge", "provider"})
  void makesTheOneCheckThatIsAskedFor(String check) {
    CommandRun run = run("doctor", check);
    assertThat(run.code()).isZero();
    assertThat(run.out().strip()).startsWith("ok").contains(check).hasLineCount(1);
  }

  @Test
  void namesTheChecksThereAre() {
    CommandRun run = run("doctor", "weather");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no check 'weather': use one of java, data, port");
  }

  @Test
  void printsACompletionScript() {
    assertThat(run("completion").out()).contains("complete -F").contains("analyze");
  }

  @Test
  void measuresADataset() throws IOException {
    CommandRun run =
        run(
            "eval",
            dataset("sv\tVatten, mjölk\tnon-vegan\nsv\tHavre\tvegan\nfi\tVesi\tvegan\n"),
            "--lang",
            "sv");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("2 of 2, 100.0 %")
        .contains("non-vegan called vegan      0 of 1");
  }

  @Test
  void readsTheLineBreaksOfALabelInADataSet() throws IOException {
    CommandRun run =
        run("eval", dataset("sv\tMjölkfritt bröd\\nIngredienser:\\nvatten, mjöl\tvegan\n"));
    assertThat(run.out()).contains("1 of 1, 100.0 %");
  }

  @Test
  void comparesLanguagesAndShowsWhatWasTakenForWhat() throws IOException {
    String rows = "sv\tVatten, mjölk\tnon-vegan\nen\tOats\tvegan\nen\tOats, milk\tvegan\n";
    CommandRun run = run("eval", dataset(rows));
    assertThat(run.code()).isZero();
    List<String> lines = run.out().lines().map(line -> line.replaceAll(" +", " ")).toList();
    assertThat(lines)
        .contains("expected, answered vegan maybe-vegan non-vegan unknown")
        .contains("vegan 1 0 1 0")
        .contains("language rows right answered non-vegan called vegan vegan called non-vegan")
        .contains("en 2 1 of 2 100.0 % - 1 of 2")
        .contains("sv 1 1 of 1 100.0 % 0 of 1 -");
  }

  @Test
  void reportsToMachines() throws IOException {
    String rows = "sv\tVatten, mjölk\tnon-vegan\nen\tOats, milk\tvegan\n";
    CommandRun run = run("eval", "--json", dataset(rows), "--min-accuracy", "0.9");
    assertThat(run.code()).isEqualTo(1);
    JsonNode report = new JsonMapper().readTree(run.out());
    assertThat(report.get("passed").asBoolean()).isFalse();
    assertThat(report.at("/right/share").asDouble()).isEqualTo(0.5);
    assertThat(report.at("/nonVeganCalledVegan/hits").asInt()).isZero();
    assertThat(report.at("/languages/en/veganCalledNonVegan/hits").asInt()).isEqualTo(1);
    assertThat(report.at("/expectedThenAnswered/vegan/non-vegan").asInt()).isEqualTo(1);
    assertThat(report.at("/worst/0/line").asInt()).isEqualTo(3);
    assertThat(report.at("/worst/0/deciding/0/reasonCode").asString()).isEqualTo("milk");
  }

  @Test
  void namesTheLanguagesThatADatasetLacks() throws IOException {
    CommandRun run = run("eval", dataset("sv\tHavre\tvegan\n"), "--lang", "fi,da");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("has no rows in fi, da: give other languages");
  }

  @Test
  void failsWhenNonVeganIsCalledVegan() throws IOException {
    CommandRun run = run("eval", dataset("sv\tHavre, salt\tnon-vegan\n"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("DANGEROUS");
  }

  @Test
  void failsBelowTheAccuracyAskedFor() throws IOException {
    assertThat(run("eval", dataset("sv\tArom\tvegan\n"), "--min-accuracy", "0.5").code())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'sv\tHavre\n', ':2: 2 fields where the header has 3'",
    "'sv\tHavre\tgreen\n', ':2: column expected: no status ''green'''"
  })
  void namesLineAndColumnOfAFaultyDataset(String rows, String message) throws IOException {
    CommandRun run = run("eval", dataset(rows));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(message);
  }

  @Test
  void everyCommandIsFoundByItsNameAloneAndAmongAll() {
    for (String name : Main.commandLine().getSubcommands().keySet()) {
      assertThat(run(name, "--help").out()).contains("koalens " + name);
    }
    assertThat(run("--help").out()).contains("compare", "serve", "completion");
    assertThat(run("help", "compare").out()).contains("koalens compare");
    assertThat(run("completion").out()).contains("compare", "emulate");
    assertThat(run("compara").err()).contains("compare");
    assertThat(run("compara").code()).isEqualTo(2);
  }

  @Test
  void givesWilsonsIntervalAsPublished() {
    // Newcombe 1998, Statistics in Medicine 17:857–872, table I: 15 of 148, 0.0624 to 0.1605.
    assertThat(ShareText.of(new Proportion(15, 148)))
        .isEqualTo("15 of 148, 10.1 % (95 % interval 6.2 to 16.0)");
  }

  private String dataset(String rows) throws IOException {
    Path file = folder.resolve("data.tsv");
    return Files.writeString(file, "lang\ttext\texpected\n" + rows).toString();
  }
}
