package koalens.backend.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequencesTest {
  private static final double ALPHA = 0.05;

  @Test
  void aDifferenceOfPairsThatIsNotThereIsSeldomSeenHoweverOftenOneLooks() {
    var random = new SplittableRandom(7);
    int wrong = 0;
    for (int run = 0; run < 400; run++) {
      wrong += everRejectsEqualPairs(random) ? 1 : 0;
    }
    assertThat(wrong).isLessThanOrEqualTo(20);
  }

  private static boolean everRejectsEqualPairs(SplittableRandom random) {
    long one = 0;
    long other = 0;
    for (int n = 1; n <= 2_000; n++) {
      double draw = random.nextDouble();
      one += draw < 0.05 ? 1 : 0;
      other += draw > 0.95 ? 1 : 0;
      if (n % 50 == 0 && !pairs(one, other, n).interval(ALPHA).contains(0)) {
        return true;
      }
    }
    return false;
  }

  private static BettingSequence pairs(long one, long other, long n) {
    return BettingSequence.ofPairs(new PairedProportions(n - one - other, one, other, 0), 1);
  }

  @Test
  void aGateWithoutAnyErrorOpensAfterAboutAsManyItemsAsTheRuleOfThreeSays() {
    assertThat(pairs(0, 0, 300).pOfAtLeast(0.01)).isGreaterThan(ALPHA);
    assertThat(pairs(0, 0, 700).pOfAtLeast(0.01)).isLessThan(ALPHA);
  }

  @Test
  void evidenceFromGroupsFindsTheDifferenceOfTheirShares() {
    var groups = new ProportionDifference(new Proportion(600, 5_000), new Proportion(400, 5_000));
    BettingSequence sequence = BettingSequence.ofGroups(groups, 0.5, 1);
    assertThat(sequence.mean()).isCloseTo(0.04, within(1e-9));
    assertThat(sequence.interval(ALPHA).low()).isPositive();
    assertThat(sequence.interval(ALPHA).contains(0.04)).isTrue();
  }

  @Test
  void observationsWorthLessGiveWiderIntervals() {
    Interval whole = pairs(40, 10, 1_000).interval(ALPHA);
    Interval half = pairs(40, 10, 1_000).scaled(0.5).interval(ALPHA);
    assertThat(half.low()).isLessThan(whole.low());
    assertThat(half.high()).isGreaterThan(whole.high());
  }

  @Test
  void theRatioOfQuantilesHoldsTheTrueOneAndFailuresCountAsNeverEnding() {
    var random = new SplittableRandom(3);
    double[] slow = random.doubles(4_000).map(u -> 2 / (1 - u)).toArray();
    double[] fast = random.doubles(4_000).map(u -> 1 / (1 - u)).toArray();
    var sequence = new QuantileSequence(0.95, 1_000, ALPHA);
    var ratio =
        new QuantileRatio(
            sequence,
            Ordered.of(slow),
            Ordered.of(fast),
            1,
            QuantileSequence.Dependence.INDEPENDENT);
    assertThat(ratio.interval(ALPHA).contains(2)).isTrue();
    assertThat(ratio.interval(ALPHA).low()).isGreaterThan(1);
    Arrays.fill(fast, 0, 400, Double.POSITIVE_INFINITY);
    assertThat(Ordered.of(fast).quantile(0.95)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void manyNumbersAreBoundedFromBelowByTheirStretches() {
    double[] first = LongStream.rangeClosed(1, 60_000).asDoubleStream().toArray();
    double[] second = LongStream.rangeClosed(1, 60_000).mapToDouble(i -> i + 1_500).toArray();
    var sequence = new QuantileSequence(0.5, 10_000, ALPHA);
    double p = sequence.p(Ordered.of(first), Ordered.of(second));
    assertThat(p).isBetween(1e-30, 1e-3);
  }

  @Test
  void oneUserWithManyAnalysesIsWorthLittleMoreThanOne() {
    long[] users = LongStream.range(0, 1_000).map(i -> i / 10).toArray();
    double[] alike = LongStream.range(0, 1_000).mapToDouble(i -> (i / 10) % 2).toArray();
    double[] mixed = LongStream.range(0, 1_000).mapToDouble(i -> i % 2).toArray();
    assertThat(Clusters.of(users).designEffect(alike)).isCloseTo(10, within(0.01));
    assertThat(Clusters.of(users).designEffect(mixed)).isEqualTo(1);
    assertThat(Clusters.of(users).designEffect(new double[1_000])).isCloseTo(10, within(0.01));
  }

  @Test
  void theSizesThatConnorGivesForPairsAreFound() {
    var size = new SampleSize(ALPHA, 0.8);
    assertThat(size.pairs(0.05, 0.02)).isEqualTo(609);
    assertThat(size.pairs(0.06, 0.03)).isEqualTo(783);
    assertThat(size.pairs(0.08, 0.04)).isEqualTo(587);
    assertThat(size.pairs(0.10, 0.05)).isEqualTo(469);
  }

  @Test
  void theMarginIsTestedAtTheLikeliestSharesThatDifferByIt() {
    var few = new ProportionDifference(new Proportion(30, 1_000), new Proportion(25, 1_000));
    // By maximising the likelihood numerically, with nothing of the closed form.
    assertThat(few.farringtonManning(0.02).z()).isCloseTo(-1.9716304, within(1e-6));
    var small = new ProportionDifference(new Proportion(12, 600), new Proportion(10, 600));
    assertThat(small.farringtonManning(0.02).z()).isCloseTo(-1.9706089, within(1e-6));
  }

  @Test
  void anotherQuantileIsComparedAsPublished() {
    Ordered wide = Ordered.of(LongStream.rangeClosed(56, 1_055).asDoubleStream().toArray());
    Ordered base = Ordered.of(LongStream.rangeClosed(1, 1_000).asDoubleStream().toArray());
    assertThat(new QuantileSequence(0.9, 100, ALPHA).p(base, wide))
        .isCloseTo(0.0340463, within(1e-5));
  }
}
