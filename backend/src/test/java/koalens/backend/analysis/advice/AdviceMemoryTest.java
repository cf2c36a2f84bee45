package koalens.backend.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.KnownLabelOptions;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.analysis.Source;
import koalens.backend.provider.ProviderName;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.LabelOptions;
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
  void sayNothingOfAProviderToWhoeverAsksTheEngineAboutTheSameLabel() {
    var known = new KnownLabelOptions(1 << 20, Duration.ofHours(1));
    Advisers advisers = advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini);
    var analysis = new LabelAnalysis(ENGINE, advisers, record, Clock.systemUTC(), known);
    for (int round = 0; round < 2; round++) {
      Analysis advised = analysis.analyze(request(Optional.empty()));
      Analysis own = analysis.analyze(request(Optional.of("local")));
      assertThat(advised.status()).isEqualTo(Status.VEGAN);
      assertThat(ingredient(advised, "blixtragurium").source()).isEqualTo(Source.GEMINI);
      assertThat(own.status()).isEqualTo(Status.UNKNOWN);
      assertThat(own.provenance().provider()).isEqualTo("local");
      assertThat(ingredient(own, "blixtragurium").reason()).doesNotContain("so it is");
    }
    assertThat(analysis.knownLabels()).isEqualTo(1);
    assertThat(record.kept).hasSize(4);
  }

  private static AnalysisRequest request(Optional<String> provider) {
    return new AnalysisRequest(
        new AnalysisRequest.Text(UNKNOWN_WORD),
        Optional.of("anna"),
        "en",
        LabelOptions.STANDARD,
        provider,
        "request-1");
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
