package koalens.backend.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonTextTest {
  private static final JsonFactory JACKSON = new JsonFactory();

  private static String readBack(String text) {
    byte[] json = new JsonText(16).string(text).bytes();
    try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), json)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_STRING);
      return parser.getString();
    }
  }

  @Test
  void writesEveryCharacterSoThatItIsReadBack() {
    var all = new StringBuilder();
    for (int codePoint = 0; codePoint <= 0x1FFFF; codePoint++) {
      if (Character.getType(codePoint) != Character.SURROGATE) {
        all.appendCodePoint(codePoint);
      }
    }
    assertThat(readBack(all.toString())).isEqualTo(all.toString());
  }

  @Test
  void writesHalfACharacterAsAQuestionMark() {
    assertThat(readBack("a\uD83Eb")).isEqualTo("a?b");
  }

  @Test
  void separatesWhatStandsSideBySide() {
    var json = new JsonText(16);
    json.open('{').string("a", "x,").number("b", 1).nothing("c").strings("d", List.of("[", "{"));
    json.name("e").open('[').open('{').close('}').open('{').bool("f", true).close('}').close(']');
    assertThat(new String(json.close('}').bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"a":"x,","b":1,"c":null,"d":["[","{"],"e":[{},{"f":true}]}\
            """);
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "3.5, 3.5", "0.25, 0.25", "-1, -1", "1e300, 1.0E300"})
  void writesNumbersShortly(double number, String written) {
    assertThat(new JsonText(16).number("n", number).toString()).isEqualTo("\"n\":" + written);
  }
}
