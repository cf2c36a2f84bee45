package koalens.backend.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Assumption GOOD = new Assumption(0.03, 0, 0.005, 500, 100);
  private static final Assumption WRONG = new Assumption(0.15, 0, 0.005, 500, 100);

  @Test
  void aProviderThatIsRightMoreOftenIsPromotedInMostExperiments() {
    Plan plan = Plan.simulate(Policy.STANDARD, GOOD, WRONG, true, 20, 500, 4_000, 1);
    assertThat(plan.endings().getOrDefault("PROMOTE gemini", 0)).isGreaterThanOrEqualTo(15);
    assertThat(plan.endings()).doesNotContainKey("PROMOTE claude");
    assertThat(plan.analysesFor(0.5)).isPresent();
  }

  @Test
  void ofEqualsNoneIsPromotedMoreOftenThanThePolicyAllows() {
    Plan plan = Plan.simulate(Policy.STANDARD, GOOD, GOOD, true, 60, 500, 3_000, 2);
    int promoted =
        plan.endings().entrySet().stream()
            .filter(ending -> ending.getKey().startsWith("PROMOTE"))
            .mapToInt(java.util.Map.Entry::getValue)
            .sum();
    assertThat(promoted).isLessThanOrEqualTo(3);
  }

  @Test
  void tellsWhatOneLookAloneWouldNeed() {
    var better = new Assumption(0.02, 0, 0, 500, 100);
    var worse = new Assumption(0.05, 0, 0, 500, 100);
    // Connor 1987 for 0.05·0.98 against 0.02·0.95 of the pairs; the usual formula for two groups.
    assertThat(Plan.analysesOfOneLook(Policy.STANDARD, better, worse, true)).hasValue(591);
    assertThat(Plan.analysesOfOneLook(Policy.STANDARD, worse, better, true)).hasValue(591);
    assertThat(Plan.analysesOfOneLook(Policy.STANDARD, better, worse, false)).hasValue(1172);
    assertThat(Plan.analysesOfOneLook(Policy.STANDARD, GOOD, GOOD, true)).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSamePlan() {
    Plan plan = Plan.simulate(Policy.STANDARD, GOOD, WRONG, false, 5, 500, 2_000, 3);
    assertThat(Plan.simulate(Policy.STANDARD, GOOD, WRONG, false, 5, 500, 2_000, 3))
        .isEqualTo(plan);
  }
}
