package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The project's own evaluation sets, as far as they were reached: see `evaluation/README.md`.
class OwnSetsTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);
  private static final Path SETS = Path.of("../evaluation");
  // A list of plants in each language, with its heading.
  private static final Map<String, String> LISTS =
      Map.ofEntries(
          Map.entry("sv", "Ingredienser: vetemjöl, socker, vatten, salt. "),
          Map.entry("da", "Ingredienser: hvedemel, sukker, vand, salt. "),
          Map.entry("no", "Ingredienser: hvetemel, sukker, vann, salt. "),
          Map.entry("fi", "Ainesosat: vehnäjauho, sokeri, vesi, suola. "),
          Map.entry("en", "Ingredients: wheat flour, sugar, water, salt. "),
          Map.entry("de", "Zutaten: Weizenmehl, Zucker, Wasser, Salz. "),
          Map.entry("nl", "Ingrediënten: tarwebloem, suiker, water, zout. "),
          Map.entry("pl", "Składniki: mąka pszenna, cukier, woda, sól. "),
          Map.entry("fr", "Ingrédients: farine de blé, sucre, eau, sel. "),
          Map.entry("es", "Ingredientes: harina de trigo, azúcar, agua, sal. "),
          Map.entry("it", "Ingredienti: farina di frumento, zucchero, acqua, sale. "));

  private record Row(String language, String text, String expected) {
    static Row of(String line) {
      List<String> fields = List.of(line.split("\t"));
      return new Row(fields.get(0), fields.get(1).replace("\\n", "\n"), fields.get(2));
    }

    boolean expects(Status status) {
      return Status.named(expected) == status;
    }

    boolean isRight() {
      return expects(judged(text));
    }

    Status afterList() {
      return judged(LISTS.get(language) + text);
    }
  }

  @ParameterizedTest
  @CsvSource({"labels.tsv, 0.94", "terms.tsv, 0.985", "printed.tsv, 0.84", "packages.tsv, 0.75"})
  void callsNoAnimalProductVeganAndDecidesMost(String file, double right) throws IOException {
    List<Row> rows = rows(file);

    assertThat(rows.stream().filter(row -> row.expects(Status.NON_VEGAN)))
        .noneMatch(row -> judged(row.text()) == Status.VEGAN);
    assertThat(share(rows, rows.stream().filter(Row::isRight).count())).isGreaterThan(right);
  }

  @Test
  void whatTheLawAndTheMakerSayAroundAListLeavesItAsItIs() throws IOException {
    List<Row> neutral = around("neutral");

    long left = neutral.stream().filter(row -> row.afterList() == Status.VEGAN).count();

    assertThat(share(neutral, left)).isGreaterThan(0.93);
  }

  @Test
  void noSentenceThatNamesAnAnimalInTheFoodIsOverheard() throws IOException {
    assertThat(around("animal")).noneMatch(row -> row.afterList() == Status.VEGAN);
  }

  private static List<Row> around(String kind) throws IOException {
    return rows("around.tsv").stream().filter(row -> row.expected().equals(kind)).toList();
  }

  private static List<Row> rows(String file) throws IOException {
    List<Row> rows = Files.readAllLines(SETS.resolve(file)).stream().skip(1).map(Row::of).toList();
    assertThat(rows).hasSizeGreaterThan(300);
    return rows;
  }

  private static double share(List<Row> all, long some) {
    return (double) some / all.size();
  }

  private static Status judged(String text) {
    return ENGINE.judgeText(text).verdict().status();
  }
}
