package koalens.backend.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.ProviderName;
import koalens.engine.knowledge.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who answers where the assigned provider cannot.
class AdviceFallbackTest extends AdvisedAnalyses {
  @Test
  void askAnotherWhenTheAssignedCannotAnswer() {
    ScriptedProvider down = ScriptedProvider.failing(ProviderName.GEMINI, FailureKind.OVERLOADED);
    Analysis analysis =
        ask(advisers(options("gemini", Optional.empty(), Mode.SPLIT), down, claude), UNKNOWN_WORD);
    assertThat(analysis.status()).isEqualTo(Status.NON_VEGAN);
    assertThat(analysis.provenance().provider()).isEqualTo("claude");
    assertThat(analysis.provenance().assignedProvider()).isEqualTo("gemini");
    assertThat(analysis.provenance().failure()).contains("overloaded");
    assertThat(analysis.provenance().notice())
        .contains("Gemini could not answer; Claude answered instead.");
    assertThat(record.attempts)
        .extracting(Call::part)
        .containsExactly(Part.ASSIGNED, Part.FALLBACK);
    Conclusion conclusion = record.conclusions.getFirst();
    assertThat(conclusion.outcome()).isEqualTo(Conclusion.Outcome.FALLBACK);
    assertThat(conclusion.failure()).contains(FailureKind.OVERLOADED);
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void leaveTheEnginesAnswerWhenNobodyAnswersAndSaySo(FailureKind kind) {
    Analysis analysis =
        ask(
            advisers(
                options("gemini", Optional.empty(), Mode.SPLIT),
                ScriptedProvider.failing(ProviderName.GEMINI, kind),
                ScriptedProvider.failing(ProviderName.CLAUDE, kind)),
            UNKNOWN_WORD);
    assertThat(analysis.status()).isEqualTo(Status.UNKNOWN);
    assertThat(analysis.provenance().provider()).isEqualTo("local");
    assertThat(analysis.provenance().failure()).contains(kind.word());
    assertThat(analysis.provenance().notice())
        .contains("Gemini could not answer; this is the answer of the knowledge base alone.");
    assertThat(record.conclusions).hasSize(1);
    assertThat(record.kept).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "BLOCKED", "SAFETY", "RECITATION"})
  void goToNoOtherForAnAnswerOneWillNotGive(FailureKind kind) {
    ask(
        advisers(
            options("gemini", Optional.empty(), Mode.SPLIT),
            ScriptedProvider.failing(ProviderName.GEMINI, kind),
            claude),
        UNKNOWN_WORD);
    assertThat(claude.calls()).isZero();
  }
}
