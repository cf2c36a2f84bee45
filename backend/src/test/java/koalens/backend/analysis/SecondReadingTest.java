package koalens.backend.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import koalens.backend.analysis.advice.Transcript;
import koalens.backend.reading.LabelReading;
import koalens.backend.reading.ReadLine;
import koalens.backend.reading.ReadWord;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import org.junit.jupiter.api.Test;

/// A label read here too badly to settle anything, and well by a provider.
class SecondReadingTest {
  private static final String VEGAN = "Ingredienser: havre, vatten, socker, salt.";
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);
  private static final double UNSURE = 40;

  private static Trust trust(List<String> others, String parted, List<String> besides) {
    List<ReadWord> words =
        Arrays.stream(VEGAN.split(" ", -1)).map(word -> new ReadWord(word, UNSURE)).toList();
    var line = new ReadLine(words, List.of(), List.of(), 0, true);
    var reading =
        new LabelReading(
            VEGAN,
            others,
            parted,
            besides,
            true,
            UNSURE,
            true,
            List.of(line),
            Set.of(),
            1,
            0,
            800,
            600);
    AnalysisRequest.Read read = new CautiousReading(ENGINE).choose(reading, LabelOptions.STANDARD);
    assertThat(read.trust()).isEqualTo(Trust.UNREAD);
    Judgement there = ENGINE.judgeText(VEGAN, LabelOptions.STANDARD);
    return SecondReading.trust(new Transcript(VEGAN, true), there, read, there);
  }

  @Test
  void aProvidersWholeListThatIsSeenHereIsTrusted() {
    assertThat(trust(List.of(VEGAN), VEGAN, List.of("Havredryck"))).isEqualTo(Trust.WHOLE);
  }

  @Test
  void anAnimalReadHereInAnyWayWithholdsVegan() {
    String parted = "Ingredienser: havre, kokos, mjölk, salt.";
    assertThat(trust(List.of(), VEGAN, List.of("Contains: milk"))).isEqualTo(Trust.INCOMPLETE);
    assertThat(trust(List.of(), parted, List.of())).isEqualTo(Trust.INCOMPLETE);
    assertThat(trust(List.of(VEGAN.replace("salt", "ägg")), VEGAN, List.of()))
        .isEqualTo(Trust.INCOMPLETE);
  }

  @Test
  void aProvidersWholeListMaySettleOneWithoutAHeadingHere() {
    String list = "havre, vatten, socker, salt.";
    assertThat(withoutHeading(list, list)).isEqualTo(Trust.WHOLE);
    assertThat(withoutHeading("havre, vatten, socker, salt, blorint.", list))
        .isEqualTo(Trust.INCOMPLETE);
    assertThat(withoutHeading("havre, vatten, socker, vassle.", list)).isEqualTo(Trust.INCOMPLETE);
  }

  @Test
  void aDoubtBesideAListWithoutAHeadingIsNotPassedOver() {
    String list = "havre, vatten, socker, salt.";
    assertThat(withoutHeading(list + "\nemulgeringsmedel E471.", list)).isEqualTo(Trust.INCOMPLETE);
  }

  private static Trust withoutHeading(String here, String provider) {
    List<ReadWord> words =
        Arrays.stream(here.split("\\s", -1)).map(word -> new ReadWord(word, 90)).toList();
    var line = new ReadLine(words, List.of(), List.of(), 0, false);
    var reading =
        new LabelReading(
            here,
            List.of(),
            "",
            List.of(here.split("\n", -1)),
            false,
            90,
            false,
            List.of(line),
            Set.of(),
            1,
            0,
            800,
            600);
    AnalysisRequest.Read read = new CautiousReading(ENGINE).choose(reading, LabelOptions.STANDARD);
    Judgement there = ENGINE.judgeText(provider, LabelOptions.STANDARD);
    return SecondReading.trust(
        new Transcript(provider, true), there, read, ENGINE.judgeText(reading.text()));
  }
}
