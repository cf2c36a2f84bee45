package koalens.backend.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerSchemaTest {
  private static final AnswerSchema<Verdicts> SCHEMA = new AnswerSchema<>(Verdicts.class);
  private static final String GOOD =
      "{\"items\":[{\"name\":\"Mjölk\",\"status\":\"non-vegan\",\"confidence\":0.9}]}";

  @Test
  void isMadeFromTheRecord() {
    JsonNode document = SCHEMA.document();
    JsonNode item = document.at("/properties/items/items");
    assertThat(document.path("additionalProperties").asBoolean(true)).isFalse();
    assertThat(document.at("/properties/items/maxItems").asInt()).isEqualTo(50);
    assertThat(item.path("required").toString()).isEqualTo("[\"name\",\"status\",\"confidence\"]");
    assertThat(item.at("/properties/name/maxLength").asInt()).isEqualTo(200);
    assertThat(item.at("/properties/status/enum").toString())
        .isEqualTo("[\"vegan\",\"non-vegan\",\"maybe-vegan\",\"unknown\"]");
    assertThat(item.at("/properties/confidence/maximum").asDouble()).isEqualTo(1);
  }

  @Test
  void tellsInWordsWhatADialectCannotSay() {
    var dialect =
        new SchemaDialect((keyword, _) -> !keyword.equals("minimum") && !keyword.equals("maximum"));
    JsonNode confidence =
        dialect.express(SCHEMA.document()).at("/properties/items/items/properties/confidence");
    assertThat(confidence.has("maximum")).isFalse();
    assertThat(confidence.path("description").asText()).contains("maximum=1").contains("minimum=0");
  }

  @Test
  void aDialectKeepsAPropertyThatIsCalledLikeAKeyword() {
    var dialect = new SchemaDialect((keyword, _) -> !keyword.equals("minimum"));
    JsonNode expressed = dialect.express(new AnswerSchema<>(Bounds.class).document());
    assertThat(expressed.at("/properties/minimum/type").asText()).isEqualTo("integer");
  }

  record Bounds(int minimum, int maximum) {}

  @Test
  void isMarkedByAllThatItSaysOfAComponent() {
    assertThat(new AnswerSchema<>(Plain.class).fingerprint())
        .isNotEqualTo(new AnswerSchema<>(Described.class).fingerprint())
        .isNotEqualTo(new AnswerSchema<>(Bounded.class).fingerprint());
  }

  record Plain(String text) {}

  record Described(@Schema(description = "as printed") String text) {}

  record Bounded(@Schema(maxLength = 9) String text) {}

  @Test
  void readsWhatKeepsToItAlsoInAFence() {
    var expected =
        new Verdicts(List.of(new Verdicts.Item("Mjölk", Verdicts.Status.NON_VEGAN, 0.9)));
    assertThat(SCHEMA.read(GOOD)).isEqualTo(new AnswerReading.Valid<>(expected));
    assertThat(SCHEMA.read("```json\n" + GOOD + "\n```"))
        .isEqualTo(new AnswerReading.Valid<>(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mjölk is not vegan.",
        "null",
        "[]",
        "{}",
        "{\"items\":null}",
        "{\"items\":[{\"name\":\"x\",\"status\":\"vegan\"}]}",
        "{\"items\":[{\"name\":\"x\",\"status\":\"Vegan\",\"confidence\":1}]}",
        "{\"items\":[{\"name\":\"x\",\"status\":\"vegan\",\"confidence\":1.5}]}",
        "{\"items\":[{\"name\":\"x\",\"status\":\"vegan\",\"confidence\":\"1\"}]}",
        "{\"items\":[{\"name\":1,\"status\":\"vegan\",\"confidence\":1}]}",
        "{\"items\":[],\"verdict\":\"vegan\"}",
        "{\"items\":[],\"items\":[]}",
        "{\"items\":[]} {\"items\":[]}",
        "{\"items\":[{\"name\":\"x\",\"status\":\"vegan\",\"confidence\":NaN}]}"
      })
  void turnsAwayEverythingElseAndSaysWhy(String text) {
    AnswerReading<Verdicts> reading = SCHEMA.read(text);
    assertThat(reading instanceof AnswerReading.Invalid<Verdicts> bad && !bad.faults().isEmpty())
        .isTrue();
  }
}
