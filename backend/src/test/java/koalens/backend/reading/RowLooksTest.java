package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowLooksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "rapsolja' ; rapsolja,",
        "rapsolja’ ; rapsolja,",
        "(12 %)’ ; (12 %),",
        "salt. ' ; salt.",
        "salt. | ; salt.",
        "- havre, ; havre,",
        "skummjölks- ; skummjölks-"
      })
  void takeAnApostropheBehindAWordForACommaAndDropSpecks(String read, String kept) {
    List<ReadWord> words =
        List.of(read.strip().split(" ", -1)).stream().map(text -> new ReadWord(text, 90)).toList();
    assertThat(ReadLine.text(RowLooks.withoutSpecks(words))).isEqualTo(kept);
  }
}
