package koalens.backend.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import koalens.backend.reading.LabelReading;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CautiousReadingTest {
  private static final String VEGAN = "Ingredienser: havre, vatten, socker, salt.";
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  private static Trust trust(LabelReading reading) {
    return new CautiousReading(ENGINE).choose(reading, LabelOptions.STANDARD).trust();
  }

  private static LabelReading read(
      String text, List<String> others, String parted, List<String> besides) {
    return new LabelReading(
        text, others, parted, besides, true, 90, true, List.of(), Set.of(), 1, 0, 800, 600);
  }

  @Test
  void aWholeListIsTrusted() {
    assertThat(trust(read(VEGAN, List.of(VEGAN), VEGAN, List.of()))).isEqualTo(Trust.WHOLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ägg", "ost", "lax", "räk"})
  void aShortAnimalInAnyLookWithholdsVegan(String animal) {
    String other = VEGAN.replace("salt", animal);
    assertThat(trust(read(VEGAN, List.of(other), VEGAN, List.of()))).isEqualTo(Trust.INCOMPLETE);
  }

  @Test
  void aPlantAndAnAnimalOnTwoLinesAreNoPlantForSure() {
    String text = "Ingredienser: havre, kokos mjölk, salt.";
    String parted = "Ingredienser: havre, kokos, mjölk, salt.";
    assertThat(trust(read(text, List.of(), parted, List.of()))).isEqualTo(Trust.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONTAINS: MILK",
        "Innehåller mjölk.",
        "Enthält: Milch",
        "Ingredints: oats, whey powder, sugar, salt."
      })
  void anAnimalSaidToBeInTheFoodBesideTheListWithholdsVegan(String beside) {
    assertThat(trust(read(VEGAN, List.of(), VEGAN, List.of(beside)))).isEqualTo(Trust.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Havredryck",
        "Passar till fisk och kyckling",
        "Kan innehålla spår av mjölk.",
        "Fri från mjölk och ägg",
        "Näringsvärde per 100 g Energi 250 kJ Fett 1,5 g",
        "Förvaras torrt. Bäst före: se botten"
      })
  void otherTextBesideTheListWithholdsNothing(String beside) {
    assertThat(trust(read(VEGAN, List.of(), VEGAN, List.of(beside)))).isEqualTo(Trust.WHOLE);
  }

  private static LabelReading unheaded(String... paragraphs) {
    List<String> all = List.of(paragraphs);
    return new LabelReading(
        String.join("\n", all),
        List.of(),
        "",
        all,
        false,
        90,
        false,
        List.of(),
        Set.of(),
        1,
        0,
        800,
        600);
  }

  private static AnalysisRequest.Read chosen(LabelReading reading) {
    return new CautiousReading(ENGINE).choose(reading, LabelOptions.STANDARD);
  }

  private static Status status(AnalysisRequest.Read read) {
    return read.trust().limit(ENGINE.judgeText(read.labelText())).verdict().status();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Havre, vatten, rapsolja, salt.",
        "nser: havre, vatten, rapsolja, salt.",
        "Water, oats 12%, rapeseed oil, sea salt",
        "Wasser • Hafer • Rapsöl • Salz"
      })
  void aListWithoutAHeadingIsToldAndNeverVegan(String list) {
    AnalysisRequest.Read read =
        chosen(unheaded("Havredryck", "Låt dig inspireras!", list, "Skaka väl, drick kall."));
    assertThat(read.labelText()).isEqualTo(list);
    assertThat(read.trust()).isEqualTo(Trust.INCOMPLETE);
    assertThat(status(read)).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void anAnimalInAListWithoutAHeadingIsSaid() {
    String list = "Havre, vatten, socker, ägg, salt.";
    AnalysisRequest.Read read = chosen(unheaded("Gott bröd", list));
    assertThat(read.labelText()).isEqualTo(list);
    assertThat(status(read)).isEqualTo(Status.NON_VEGAN);
  }

  @Test
  void anAnimalBesideAListWithoutAHeadingStaysInSight() {
    LabelReading reading = unheaded("Havre, vatten, socker, salt.", "Innehåller: mjölk.");
    assertThat(status(chosen(reading))).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bakat med havre och kärlek i Skåne",
        "Näringsvärde per 100 g: energi 250 kJ, fett 1,5 g, salt 0,1 g",
        "Xylopan, blorint, salt, frumex, havre, dorpel, vatten, mestrin"
      })
  void whatIsNoListIsNotTakenForOne(String text) {
    assertThat(chosen(unheaded("Havredryck", text)).trust()).isEqualTo(Trust.UNREAD);
  }

  @Test
  void aListWithoutAHeadingThatWasReadBadlyStaysUnread() {
    LabelReading well = unheaded("Havre, vatten, rapsolja, salt.");
    var badly =
        new LabelReading(
            well.text(),
            List.of(),
            "",
            well.besides(),
            false,
            45,
            false,
            List.of(),
            Set.of(),
            1,
            0,
            800,
            600);
    assertThat(chosen(badly).trust()).isEqualTo(Trust.UNREAD);
  }
}
