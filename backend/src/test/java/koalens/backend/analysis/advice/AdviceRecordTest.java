package koalens.backend.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalyzedIngredient;
import koalens.backend.analysis.Source;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;
import koalens.backend.provider.price.PriceEvidence;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import org.junit.jupiter.api.Test;

/// What is told of a consultation: who answered, what it took, and nothing that a person typed.
class AdviceRecordTest extends AdvisedAnalyses {
  @Test
  void markWhatAProviderSaidWithItsNameAndReason() {
    Analysis analysis =
        ask(advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini), UNKNOWN_WORD);
    assertThat(analysis.status()).isEqualTo(Status.VEGAN);
    assertThat(analysis.confidence()).isEqualTo(0.5);
    AnalyzedIngredient told = ingredient(analysis, "blixtragurium");
    assertThat(told.source()).isEqualTo(Source.GEMINI);
    assertThat(told.reasonCode()).isEqualTo(ReasonCode.ADVISED_VEGAN);
    assertThat(told.reason()).startsWith("we do not recognise").endsWith(": so it is");
    assertThat(analysis.provenance().provider()).isEqualTo("gemini");
    assertThat(analysis.provenance().model()).contains("gemini-model-served");
    assertThat(analysis.provenance().assignment()).isEqualTo("none");
    assertThat(analysis.provenance().notice()).isEmpty();
  }

  @Test
  void chargeForTheModelThatAnswered() {
    Prices ofServed =
        new Prices() {
          @Override
          public Optional<Charge> charge(
              ProviderName provider, String model, Usage usage, Instant at) {
            return Optional.of(new Charge(7, 3, 4, PriceEvidence.LISTED))
                .filter(_ -> model.equals("gemini-model-served"));
          }

          @Override
          public String version() {
            return "test";
          }
        };
    AdviceOptions options = options("gemini", Optional.empty(), Mode.SPLIT);
    var advisers = new Advisers(List.of(gemini), options, ofServed);
    advisers.addListener(record);
    ask(advisers, UNKNOWN_WORD);
    assertThat(record.conclusions.getFirst().asked().orElseThrow().spent().costMicros())
        .isEqualTo(7);
  }

  @Test
  void countTheWaitForACallOfSomebodyElseAsUnderWay() {
    Duration wait = Duration.ofMillis(300);
    ask(
        advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini.joining(wait)),
        UNKNOWN_WORD);
    Conclusion conclusion = record.conclusions.getFirst();
    assertThat(conclusion.asked().orElseThrow().spent().joined()).isEqualTo(1);
    assertThat(conclusion.duration().minus(conclusion.betweenCalls())).isGreaterThanOrEqualTo(wait);
  }

  @Test
  void holdNothingThatAPersonTypedInWhatIsToldOfAConsultation() {
    Advisers advisers = advisers(options("gemini", Optional.empty(), Mode.SPLIT), gemini);
    ask(advisers, UNKNOWN_WORD);
    assertThat(record.chosen.getFirst().toString()).doesNotContain("anna", "blixtragurium");
    assertThat(record.attempts.getFirst().toString()).doesNotContain("anna", "blixtragurium");
    ask(advisers, "ingredienser:  VATTEN, blixtragurium ");
    assertThat(record.chosen.getLast().itemHash()).isEqualTo(record.chosen.getFirst().itemHash());
    assertThat(record.chosen.getFirst().unitHash()).matches("[0-9a-f]{16}");
  }
}
