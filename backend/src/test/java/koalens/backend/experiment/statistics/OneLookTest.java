package koalens.backend.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The classical tests that a report shows beside what holds at every look.
class OneLookTest {
  private static final double CONFIDENCE = 0.95;

  @Test
  void fishersTestGivesWhatIsPublished() {
    // The lady tasting tea, and convictions of twins, as in the manual of R's fisher.test.
    assertThat(groups(3, 4, 1, 4).fisher()).isCloseTo(0.4857, within(1e-4));
    assertThat(groups(10, 13, 2, 17).fisher()).isCloseTo(0.0005367, within(1e-7));
    assertThat(groups(0, 10, 0, 20).fisher()).isEqualTo(1);
  }

  @Test
  void countsAreFewWhereLessThanFiveAreExpected() {
    assertThat(groups(4, 1_000, 5, 1_000).isFew()).isTrue();
    assertThat(groups(5, 1_000, 5, 1_000).isFew()).isFalse();
    assertThat(groups(996, 1_000, 995, 1_000).isFew()).isTrue();
    assertThat(groups(0, 10, 20, 1_000).isFew()).isTrue();
  }

  private static ProportionDifference groups(long hits, long of, long otherHits, long otherOf) {
    return new ProportionDifference(new Proportion(hits, of), new Proportion(otherHits, otherOf));
  }

  @Test
  void bowkersTestOfTwoCategoriesIsMcNemars() {
    var approval = new Agreement(List.of(List.of(794L, 86L), List.of(150L, 570L)));
    assertThat(approval.bowker())
        .isEqualTo(new PairedProportions(794, 86, 150, 570).mcNemar())
        .extracting(ChiSquaredTest::statistic)
        .isEqualTo(64.0 * 64 / 236);
  }

  @Test
  void aShiftIsSeenThatAgreementAloneHides() {
    var evenly = new Agreement(table(10, 10));
    var oneWay = new Agreement(table(20, 0));
    assertThat(oneWay.raw()).isEqualTo(evenly.raw());
    assertThat(evenly.bowker().p()).isEqualTo(1);
    assertThat(oneWay.bowker().p()).isLessThan(1e-4);
    assertThat(new Agreement(table(0, 0)).bowker().p()).isEqualTo(1);
  }

  private static List<List<Long>> table(long there, long back) {
    return List.of(List.of(50L, there, 0L), List.of(back, 50L, 0L), List.of(0L, 0L, 50L));
  }

  @Test
  void theMedianOfAllMeansIsFoundWithoutListingThem() {
    var random = new SplittableRandom(1);
    for (int size = 1; size < 60; size++) {
      double[] numbers =
          IntStream.range(0, size).mapToDouble(_ -> random.nextInt(-20, 20) / 8.0).toArray();
      double[] means =
          IntStream.range(0, size)
              .boxed()
              .flatMapToDouble(
                  i -> IntStream.rangeClosed(0, i).mapToDouble(j -> (numbers[i] + numbers[j]) / 2))
              .toArray();
      assertThat(WalshAverages.of(numbers).median())
          .isCloseTo(Ordered.of(means).quantile(0.5), within(1e-11));
    }
  }

  @Test
  void theIntervalOfTheMedianHoldsTheTruthAsOftenAsItSays() {
    var random = new SplittableRandom(2);
    int held = 0;
    for (int run = 0; run < 1_000; run++) {
      Interval interval =
          WalshAverages.of(random.doubles(100).map(u -> 3 + Math.log(u / (1 - u))).toArray())
              .interval(CONFIDENCE);
      held += interval.low() <= 3 && 3 <= interval.high() ? 1 : 0;
    }
    assertThat(held).isBetween(930, 970);
  }

  @Test
  void aMillionNumbersAreNoBurden() {
    double[] numbers = IntStream.range(0, 1_000_001).asDoubleStream().toArray();
    assertThat(WalshAverages.of(numbers).median()).isCloseTo(500_000, within(1e-9));
  }

  @Test
  void whatIsNotFiniteHasNoMean() {
    for (double[] bad :
        List.of(
            new double[0],
            new double[] {1, Double.NaN},
            DoubleStream.of(Double.NEGATIVE_INFINITY, 2).toArray())) {
      assertThatThrownBy(() -> WalshAverages.of(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void ranksOfWhatDoesNotDifferShowNothing() {
    assertThat(SignedRanks.wilcoxonP(0, 0, 0)).isEqualTo(1);
  }
}
