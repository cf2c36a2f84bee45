package koalens.operations.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeforeAfterTest {
  private static Sample sample(int failures, int millis) {
    return new Sample(
        Collections.nCopies(20 - failures, Duration.ofMillis(millis)), failures, Map.of());
  }

  // As fisher.test of R with alternative = "greater" has it.
  @ParameterizedTest
  @CsvSource({"0, 0, 1", "0, 1, 0.5", "0, 5, 0.0235621", "1, 5, 0.0908", "3, 3, 0.6693"})
  void theExactTestIsThatOfFisher(int before, int after, double p) {
    assertThat(new BeforeAfter(sample(before, 5), sample(after, 5)).pOfMoreFailures())
        .isCloseTo(p, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, PASS",
    "2, 2, PASS",
    "3, 0, PASS",
    "0, 1, INCONCLUSIVE",
    "0, 4, INCONCLUSIVE",
    "0, 5, FAIL",
    "2, 9, FAIL"
  })
  void aFewFailuresAskAPersonAndManyRollBack(int before, int after, BeforeAfter.Verdict verdict) {
    assertThat(new BeforeAfter(sample(before, 5), sample(after, 5)).verdict()).isEqualTo(verdict);
  }

  @Test
  void slownessBeyondChanceThatPeopleFeelAsksAPerson() {
    assertThat(new BeforeAfter(sample(0, 5), sample(0, 50)).verdict())
        .isEqualTo(BeforeAfter.Verdict.PASS);
    var slow = new BeforeAfter(sample(0, 100), sample(0, 500));
    assertThat(slow.verdict()).isEqualTo(BeforeAfter.Verdict.INCONCLUSIVE);
    assertThat(slow.words()).contains("slower").contains("median 500 ms (500 to 500)");
  }

  @Test
  void aVerdictThatBecameMoreCarefulIsToldAndLetThrough() {
    var before = new Sample(Collections.nCopies(20, Duration.ZERO), 0, Map.of("E471", "vegan"));
    var after = new Sample(Collections.nCopies(20, Duration.ZERO), 0, Map.of("E471", "unknown"));
    assertThat(new BeforeAfter(before, after).verdict()).isEqualTo(BeforeAfter.Verdict.PASS);
    assertThat(new BeforeAfter(before, after).words())
        .contains("changed: 'E471' from vegan to unknown");
  }
}
