package koalens.cli;

import static koalens.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `koalens analyze --batch`.
class BatchTest {
  private static final String MILK =
      "{\"row\":1,\"id\":\"7\",\"status\":\"non-vegan\",\"deciding\":[\"mjölk\"]}";
  private static final String OATS =
      "{\"row\":2,\"id\":\"8\",\"status\":\"vegan\",\"deciding\":[]}";

  @TempDir private Path folder = Path.of(".");

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path out() {
    return folder.resolve("out.jsonl");
  }

  private CommandRun batch(Path file, String... more) {
    var arguments = new ArrayList<>(List.of("analyze", "--batch", file.toString()));
    arguments.addAll(List.of("--out", out().toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,text\n7,\"Vatten, mjölk\"\n8,\"Havre,\nsalt\"\n",
        "\uFEFFid,text\r\n7,\"Vatten, mjölk\"\r\n8,\"Havre, salt\"",
        "price;text;id\n1,5;Vatten, mjölk;7\n2;Havre, salt;8\n",
        "id\ttext\n7\tVatten, mjölk\n8\tHavre, salt\n",
        "{\"id\":7,\"text\":\"Vatten, mjölk\"}\n\n"
            + "{\"text\":\"Havre, salt\",\"id\":\"8\",\"x\":[1]}\n"
      })
  void judgesTheRowsOfAFileInTheirOrder(String content) throws IOException {
    CommandRun run = batch(file("foods", content));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readAllLines(out())).containsExactly(MILK, OATS);
    assertThat(run.out()).contains("2 rows judged", "1 vegan", "1 non-vegan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"foods-zstd.parquet", "foods-snappy.parquet"})
  void readsParquet(String name) throws IOException, URISyntaxException {
    Path file = Path.of(Objects.requireNonNull(BatchTest.class.getResource(name)).toURI());
    CommandRun run = batch(file);
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(Files.readAllLines(out()))
        .containsExactly(
            MILK,
            OATS,
            "{\"row\":3,\"error\":\"no text\"}",
            "{\"row\":4,\"id\":\"10\",\"status\":\"unknown\",\"deciding\":[\"blixtragurium\"]}");
  }

  @Test
  void keepsTheOrderOfManyRowsOnAllCores() throws IOException {
    String rows =
        IntStream.rangeClosed(1, 5_000)
            .mapToObj(i -> i + ",\"Vatten, %s\"".formatted(i % 3 == 0 ? "mjölk" : "salt"))
            .collect(Collectors.joining("\n", "id,text\n", "\n"));
    assertThat(batch(file("foods.csv", rows), "--threads", "4").code()).isZero();
    List<String> lines = Files.readAllLines(out());
    assertThat(lines).hasSize(5_000);
    for (int i = 1; i <= lines.size(); i++) {
      assertThat(lines.get(i - 1))
          .startsWith("{\"row\":%d,\"id\":\"%d\",".formatted(i, i))
          .contains(i % 3 == 0 ? "\"non-vegan\"" : "\"vegan\"");
    }
  }

  @Test
  void goesOnWhereARunWasCutOff() throws IOException {
    Path file = file("foods.csv", "id,text\n7,\"Vatten, mjölk\"\n8,\"Havre, salt\"\n");
    Files.writeString(out(), MILK + "\n" + OATS.substring(0, 11));
    CommandRun run = batch(file, "--resume");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 rows judged", "1 were there already");
    assertThat(Files.readAllLines(out())).containsExactly(MILK, OATS);
    assertThat(batch(file, "--resume").out()).contains("0 rows judged", "2 were there already");
  }

  @Test
  void writesOverNothing() throws IOException {
    Files.writeString(out(), "mine");
    CommandRun run = batch(file("foods.csv", "id,text\n7,Havre\n"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("out.jsonl is there already", "--resume", "--out");
    assertThat(out()).hasContent("mine");
  }

  @Test
  void goesOnAfterRowsThatCannotBeReadAndSaysSo() throws IOException {
    CommandRun run =
        batch(file("foods.jsonl", "{\"id\":1}\n{cut\n{\"id\":7,\"text\":\"Havre\"}\n"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("2 could not be read");
    assertThat(Files.readAllLines(out()))
        .containsExactly(
            "{\"row\":1,\"error\":\"no string text\"}",
            "{\"row\":2,\"error\":\"not a JSON object\"}",
            "{\"row\":3,\"id\":\"7\",\"status\":\"vegan\",\"deciding\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | is empty
          'id,label\\n1,Havre\\n' | has no column text, only id, label: name it with --text-column
          'id,text\\n1,"Havre\\n' | after row 0: it is no CSV file
          'PAR1 and then no more'| is a Parquet file that cannot be read
          """)
  void saysWhatIsWrongWithAFile(String content, String message) throws IOException {
    CommandRun run = batch(file("foods", content.replace("\\n", "\n")));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("foods").contains(message).doesNotContain("Exception");
  }

  @Test
  void judgesNoRowWhoseBytesAreNotUtf8() throws IOException {
    byte[] latin =
        "id,text\n7,\"Vatten, salt\"\n8,Mj\u00f6lk\n".getBytes(StandardCharsets.ISO_8859_1);
    CommandRun run = batch(Files.write(folder.resolve("foods.csv"), latin));
    assertThat(run.code()).isEqualTo(1);
    assertThat(Files.readAllLines(out()))
        .containsExactly(
            "{\"row\":1,\"id\":\"7\",\"status\":\"vegan\",\"deciding\":[]}",
            "{\"row\":2,\"error\":\"not UTF-8 text: save the file as UTF-8\"}");
  }

  @Test
  void keepsWhatStandsBeforeAFault() throws IOException {
    CommandRun run = batch(file("foods.csv", "id,text\n7,Havre\n8,\"Mj"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("foods.csv, after row 1: it is no CSV file");
    assertThat(Files.readAllLines(out()))
        .containsExactly("{\"row\":1,\"id\":\"7\",\"status\":\"vegan\",\"deciding\":[]}");
  }

  @Test
  void takesNoPhotoOrTextBesides() throws IOException {
    CommandRun run = batch(file("foods.csv", "text\nHavre\n"), "--save");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--batch goes with --label-language and --policy alone");
  }
}
