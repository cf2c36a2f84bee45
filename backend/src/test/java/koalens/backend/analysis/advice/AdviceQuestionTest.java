package koalens.backend.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.engine.knowledge.Status;
import org.junit.jupiter.api.Test;

/// What of a label providers are asked about.
class AdviceQuestionTest extends AdvisedAnalyses {
  @Test
  void askOnlyWhatTheEngineDoesNotKnowInOneCall() {
    Analysis analysis =
        ask(
            advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini),
            "Ingredienser: vatten, blixtragurium, mjölk, flurban, E471");
    assertThat(gemini.calls()).isEqualTo(1);
    assertThat(gemini.asked(0)).containsExactly("blixtragurium", "flurban");
    assertThat(analysis.status()).isEqualTo(Status.NON_VEGAN);
    assertThat(ingredient(analysis, "flurban").status()).isEqualTo(Status.VEGAN);
  }

  @Test
  void askNobodyWhereTheEngineKnowsEverything() {
    Analysis analysis =
        ask(
            advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini),
            "Ingredienser: vatten, socker");
    assertThat(gemini.calls()).isZero();
    assertThat(analysis.status()).isEqualTo(Status.VEGAN);
    assertThat(analysis.provenance().provider()).isEqualTo("local");
    assertThat(record.conclusions.getFirst().outcome()).isEqualTo(Conclusion.Outcome.OK);
    assertThat(record.conclusions.getFirst().asked()).isEmpty();
  }

  @Test
  void askNobodyOnATextThatIsNoList() {
    Analysis analysis =
        ask(
            advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini),
            "Hej Blixtra, gurium flurban, klonk vi ses");
    assertThat(gemini.calls()).isZero();
    assertThat(analysis.status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void askNoMoreIngredientsThanOneQuestionMayHold() {
    var label = new StringBuilder("Ingredienser: vatten");
    for (int i = 0; i < 300; i++) {
      label.append(", flurban").append((char) ('a' + i / 26)).append((char) ('a' + i % 26));
    }
    Analysis analysis =
        ask(advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini), label.toString());
    assertThat(gemini.asked(0)).hasSize(200);
    assertThat(analysis.status()).isEqualTo(Status.UNKNOWN);
    ask(
        advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini),
        label.toString(),
        "gemini");
    assertThat(record.conclusions.getLast().verdicts().provider())
        .as("of a list that the provider saw a part of")
        .contains(Status.UNKNOWN);
  }

  @Test
  void askAboutThePartsOfACompoundAloneWhenTheWholeListIsAsked() {
    Analysis analysis =
        ask(
            advisers(options("local", Optional.empty(), Mode.SPLIT), gemini),
            "Ingredienser: kex (vetemjöl, rapsolja), salt",
            "gemini");
    assertThat(gemini.asked(0)).containsExactly("vetemjöl", "rapsolja", "salt");
    assertThat(analysis.status()).isEqualTo(Status.VEGAN);
  }

  @Test
  void askAboutACompoundThatItsPartsDoNotSettle() {
    Advisers advisers = advisers(options("local", Optional.empty(), Mode.SPLIT), gemini);
    ask(advisers, "Ingredienser: xylopan (salt), socker", "gemini");
    ask(advisers, "Ingredienser: gelatin (vatten), socker", "gemini");
    assertThat(gemini.asked(0)).containsExactly("xylopan", "salt", "socker");
    assertThat(gemini.asked(1)).containsExactly("gelatin", "vatten", "socker");
  }
}
