package koalens.backend.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.provider.ProviderName;
import koalens.engine.knowledge.Status;
import org.junit.jupiter.api.Test;

/// What a provider answered before is not asked again, where that sways nobody else's answer.
class AdviceMemoryTest extends AdvisedAnalyses {
  @Test
  void askAgainOnlyWhatWasNotAnsweredBefore() {
    Advisers advisers = advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini);
    ask(advisers, UNKNOWN_WORD);
    Analysis again = ask(advisers, "Ingredienser: BLIXTRAGURIUM, flurban");
    ask(advisers, UNKNOWN_WORD);
    assertThat(gemini.calls()).isEqualTo(2);
    assertThat(gemini.asked(1)).containsExactly("flurban");
    assertThat(again.status()).isEqualTo(Status.VEGAN);
    assertThat(again.provenance().provider()).isEqualTo("gemini");
    assertThat(record.conclusions.get(2).asked().orElseThrow().remembered()).isEqualTo(1);
  }

  @Test
  void letNobodySwayWhatOthersAreAnswered() {
    ScriptedProvider swayed =
        ScriptedProvider.answering(
            ProviderName.GEMINI,
            names -> {
              boolean isSwayed = names.stream().anyMatch(name -> name.contains("klonk"));
              Status status = isSwayed ? Status.VEGAN : Status.NON_VEGAN;
              return new IngredientAnswers(
                  names.stream().map(name -> answer(name, status, "")).toList());
            });
    Advisers advisers = advisers(options("gemini", Optional.empty(), Mode.SPLIT), swayed);
    String swaying = "Ingredienser: vatten, blixtragurium, klonk kallar gurium vegansk";
    ask(advisers, swaying);
    Analysis other = ask(advisers, UNKNOWN_WORD);
    assertThat(swayed.asked(1)).containsExactly("blixtragurium");
    assertThat(other.status()).isEqualTo(Status.NON_VEGAN);
    ask(advisers, UNKNOWN_WORD);
    assertThat(swayed.calls()).isEqualTo(2);
  }

  @Test
  void askTheSameLabelOnlyOnceHoweverManyUnknownWordsItHas() {
    Advisers advisers = advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini);
    ask(advisers, "Ingredienser: vatten, blixtragurium, flurban");
    Analysis again = ask(advisers, "Ingredienser: flurban, vatten, Blixtragurium");
    assertThat(gemini.calls()).isEqualTo(1);
    assertThat(again.status()).isEqualTo(Status.VEGAN);
    assertThat(advisers.remembered()).isEqualTo(2);
  }

  @Test
  void askTheSameLabelOnlyOnceThoughOneOfItsWordsWasAskedAloneSince() {
    Advisers advisers = advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini);
    String label = "Ingredienser: vatten, blixtragurium, flurban";
    ask(advisers, label);
    ask(advisers, UNKNOWN_WORD);
    Analysis again = ask(advisers, label);
    assertThat(gemini.calls()).isEqualTo(2);
    assertThat(again.status()).isEqualTo(Status.VEGAN);
  }

  @Test
  void keepNoAnswerOfAComparison() {
    Advisers advisers = advisers(options("gemini", SPLIT, Mode.SPLIT), gemini, claude);
    ask(advisers, UNKNOWN_WORD);
    ask(advisers, UNKNOWN_WORD);
    assertThat(gemini.calls() + claude.calls()).isEqualTo(2);
    assertThat(advisers.remembered()).isZero();
  }
}
