package koalens.backend.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.engine.knowledge.Status;
import org.junit.jupiter.api.Test;

/// Whose turn it is: by request, by experiment, in the shadow.
class AdviceChoiceTest extends AdvisedAnalyses {
  @Test
  void askAboutTheWholeListInAnExperiment() {
    Advisers advisers = advisers(options("local", SPLIT, Mode.SPLIT), gemini, claude);
    Analysis analysis = ask(advisers, "Ingredienser: vatten, socker");
    ScriptedProvider assigned =
        analysis.provenance().assignedProvider().equals("gemini") ? gemini : claude;
    assertThat(assigned.asked(0)).containsExactly("vatten", "socker");
    assertThat(analysis.provenance().assignment()).isEqualTo("sticky");
    assertThat(analysis.provenance().exposure().assignment().experiment()).isEqualTo(SPLIT);
  }

  @Test
  void giveAUserTheSameProviderAndDrawForOthers() {
    Advisers advisers = advisers(options("local", SPLIT, Mode.SPLIT), gemini, claude);
    var anna = new HashMap<String, Integer>();
    var nobody = new HashMap<String, Integer>();
    for (int i = 0; i < 200; i++) {
      anna.merge(ask(advisers, UNKNOWN_WORD).provenance().assignedProvider(), 1, Integer::sum);
      Analysis drawn = ask(advisers, UNKNOWN_WORD, Optional.empty(), Optional.empty());
      assertThat(drawn.provenance().assignment()).isEqualTo("random");
      nobody.merge(drawn.provenance().assignedProvider(), 1, Integer::sum);
    }
    assertThat(anna).hasSize(1);
    // A fair coin stays outside this once in 10^9.
    assertThat(nobody.get("gemini")).isBetween(55, 145);
  }

  @Test
  void letTheRequestNameTheProvider() {
    Advisers advisers = advisers(options("local", SPLIT, Mode.SPLIT), gemini, claude);
    Analysis analysis = ask(advisers, UNKNOWN_WORD, "claude");
    assertThat(analysis.provenance().provider()).isEqualTo("claude");
    assertThat(analysis.provenance().assignment()).isEqualTo("forced");
    assertThat(analysis.status()).isEqualTo(Status.NON_VEGAN);
    assertThat(ask(advisers, UNKNOWN_WORD, "local").provenance().provider()).isEqualTo("local");
    assertThat(record.chosen)
        .extracting(chosen -> chosen.assignment().variant())
        .containsExactly("claude", "local");
    assertThat(gemini.calls()).isZero();
  }

  @Test
  void sendTheSameItemToBothInShadowModeAndAnswerFromTheAssigned() {
    Advisers advisers = advisers(options("local", SPLIT, Mode.SHADOW), gemini, claude);
    Analysis analysis = ask(advisers, UNKNOWN_WORD);
    advisers.close();
    assertThat(gemini.asked(0)).isEqualTo(claude.asked(0));
    assertThat(List.of(gemini.time(0), claude.time(0)))
        .as("as much time for each, with some left for a fallback")
        .allMatch(time -> time.compareTo(Duration.ofSeconds(3)) <= 0);
    assertThat(record.conclusions).hasSize(2);
    assertThat(record.conclusions)
        .extracting(conclusion -> conclusion.consultation().analysisId())
        .containsOnly(analysis.id());
    Conclusion shadow =
        record.conclusions.stream()
            .filter(one -> one.outcome().isShadow())
            .findFirst()
            .orElseThrow();
    assertThat(shadow.asked().orElseThrow().call().provider().word())
        .isNotEqualTo(analysis.provenance().provider());
    assertThat(shadow.verdicts().provider()).isPresent();
    assertThat(analysis.provenance().provider())
        .isEqualTo(analysis.provenance().assignedProvider());
  }
}
