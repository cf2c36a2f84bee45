package koalens.operations.fly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsFileTest {
  @Test
  void quotesEveryValueSoThatFlyCutsNothing() {
    SecretsFile secrets =
        SecretsFile.parse(
            "secrets", "# keys\nGEMINI_API_KEY=abc#def\nexport B='two words'\n\nC=\"it's $5\"\n");
    assertThat(secrets.importText())
        .isEqualTo("B=\"two words\"\nC=\"it's $5\"\nGEMINI_API_KEY=\"abc#def\"\n");
  }

  @Test
  void takesAHashInQuotesAsPartOfTheValue() {
    assertThat(SecretsFile.parse("secrets", "A=\"abc # def\"\n").importText())
        .isEqualTo("A=\"abc # def\"\n");
  }

  @Test
  void showsNamesAloneAsText() {
    assertThat(SecretsFile.parse("secrets", "KEY=hush").toString())
        .contains("KEY")
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A=1\\nhush       | secrets:2: wants NAME=value",
        "A=               | secrets:1: A has no value",
        "A=hush\\nA=hush  | secrets:2: A is there twice",
        "A=\"hush          | secrets:1: A begins or ends with a quote that has no partner",
        "A='hush          | secrets:1: A begins or ends with a quote that has no partner",
        "A=hush\"          | secrets:1: A begins or ends with a quote that has no partner",
        "A=\"              | secrets:1: A begins or ends with a quote that has no partner",
        "A=hush\"\"\"hush | secrets:1: A holds three quotes",
        "B=1\\nA=hush # mine | secrets:2: A has a # behind a space",
        "A=\"hush…\"         | secrets:1: A still has the … of the example",
        "A='hush' # mine  | secrets:1: A",
        "# nothing        | secrets: holds no secret"
      })
  void aFaultNamesTheLineAndNeverTheValue(String text, String message) {
    assertThatThrownBy(() -> SecretsFile.parse("secrets", text.replace("\\n", "\n")))
        .isInstanceOf(FlyFailure.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("hush");
  }
}
