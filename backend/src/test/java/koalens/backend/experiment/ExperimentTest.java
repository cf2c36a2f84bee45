package koalens.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperimentTest {
  private static Experiment split(int gemini, int claude) {
    return new Experiment(
        "gemini-claude", List.of(new Variant("gemini", gemini), new Variant("claude", claude)));
  }

  private static double shareOfGemini(Experiment experiment, int users) {
    return IntStream.range(0, users)
            .filter(user -> experiment.sticky("user-" + user).variant().equals("gemini"))
            .count()
        / (double) users;
  }

  @Test
  void givesAUserTheSameVariantEveryTime() {
    assertThat(split(50, 50).sticky("anna")).isEqualTo(split(50, 50).sticky("anna"));
    assertThat(split(50, 50).sticky("anna").kind()).isEqualTo(Assignment.Kind.STICKY);
  }

  @Test
  void splitsUsersByWeight() {
    // Five standard deviations of 100,000 fair draws.
    assertThat(shareOfGemini(split(50, 50), 100_000)).isCloseTo(0.5, within(0.008));
    assertThat(shareOfGemini(split(90, 10), 100_000)).isCloseTo(0.9, within(0.008));
    assertThat(shareOfGemini(split(1, 0), 1_000)).isEqualTo(1);
    assertThat(shareOfGemini(split(0, 7), 1_000)).isZero();
  }

  @Test
  void movesOnlyThoseBetweenTheOldBorderAndTheNew() {
    for (int user = 0; user < 10_000; user++) {
      Assignment before = split(50, 50).sticky("user-" + user);
      Assignment after = split(60, 40).sticky("user-" + user);
      double bucket = before.bucket().orElseThrow();
      assertThat(after.bucket()).hasValue(bucket);
      assertThat(before.variant().equals(after.variant())).isEqualTo(bucket < 0.5 || bucket >= 0.6);
    }
  }

  @Test
  void splitsIndependentlyOfOtherExperiments() {
    var other = new Experiment("prompts", split(50, 50).variants());
    long same =
        IntStream.range(0, 10_000)
            .filter(user ->
                other
                    .sticky("user-" + user)
                    .variant()
                    .equals(split(50, 50).sticky("user-" + user).variant()))
            .count();
    assertThat(same / 10_000.0).isCloseTo(0.5, within(0.025));
  }

  @Test
  void drawsForRequestsWithoutAUser() {
    var random = new Random(42);
    Experiment experiment = split(30, 70);
    List<Assignment> drawn =
        IntStream.range(0, 20_000).mapToObj(_ -> experiment.random(random)).toList();
    assertThat(drawn).allMatch(assignment -> assignment.kind() == Assignment.Kind.RANDOM);
    long gemini = drawn.stream().filter(one -> one.variant().equals("gemini")).count();
    assertThat(gemini / 20_000.0).isCloseTo(0.3, within(0.017));
  }

  @Test
  void saysWhichVersionAnAssignmentBelongsTo() {
    assertThat(split(60, 40).version()).isEqualTo("gemini:60,claude:40");
    assertThat(split(60, 40).sticky("anna").experiment()).contains(split(60, 40));
    assertThat(Assignment.forced("Claude").experiment()).isEmpty();
  }

  @Test
  void tellsWhatWasAssignedFromWhatAnsweredInItsPlace() {
    Assignment assignment = Assignment.configured("gemini");
    assertThat(new Exposure(assignment, "gemini").asAssigned()).isTrue();
    assertThat(new Exposure(assignment, "local").asAssigned()).isFalse();
  }

  @Test
  void takesNoSplitThatAssignsNobody() {
    assertThatIllegalArgumentException().isThrownBy(() -> split(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> split(-1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Experiment("x", List.of(new Variant("a", 1), new Variant("a", 1))));
  }
}
