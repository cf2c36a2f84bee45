package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentSignsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lök (47 96), salt | lök (47 %), salt",
        "lök (13,5 Yo), salt | lök (13,5 %), salt",
        "lök (29 &), salt | lök (29 %), salt",
        "lök (4 2), salt | lök (4 %), salt",
        "lök (4796), salt | lök (47 %), salt",
        "lök 57 90, salt | lök 57 %, salt",
        "lök 57 %, salt | lök 57 %, salt"
      })
  void areMendedBehindNumbers(String read, String mended) {
    assertThat(PercentSigns.mended(read)).isEqualTo(mended);
  }

  @Test
  void areMendedInLinesToo() {
    var words = List.of(new ReadWord("lök", 90), new ReadWord("(47", 90), new ReadWord("96),", 60));
    var line = new ReadLine(words, List.of(), List.of(), 0, true);
    assertThat(line.text()).isEqualTo("lök (47 %),");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vitamin B 12, E 322, E 471",
        "salt (12 g), socker (2 st)",
        "färgämne (E 120)",
        "fosfater (E450, E452)",
        "jod (150)"
      })
  void areNotSeenWhereNoneIs(String text) {
    assertThat(PercentSigns.mended(text)).isEqualTo(text);
  }
}
