package koalens.backend.comparison;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import koalens.backend.experiment.statistics.BettingSequence;
import koalens.backend.experiment.statistics.Estimate;
import koalens.backend.experiment.statistics.Ordered;
import koalens.backend.experiment.statistics.Proportion;
import koalens.backend.experiment.statistics.ProportionDifference;
import koalens.backend.experiment.statistics.QuantileRatio;
import koalens.backend.experiment.statistics.QuantileSequence;
import koalens.backend.experiment.statistics.Sample;

/// One experiment drawn by chance from what the providers are taken to be like, judged as a real
/// one. Used once, by one thread.
final class SimulatedExperiment {
  private static final double TIME_SPREAD = 0.5;
  private static final double COST_SPREAD = 0.3;
  private static final List<Metric> SHARES =
      List.of(Metric.WRONG_VERDICT, Metric.CRITICAL_ERROR, Metric.ERROR_RATE);

  private final Policy policy;
  private final Drawn gemini;
  private final Drawn claude;
  private final boolean paired;
  private final int most;
  private final SplittableRandom random;
  private int analyses;

  SimulatedExperiment(
      Policy policy, Assumption gemini, Assumption claude, boolean paired, int most, long seed) {
    this.policy = policy;
    this.random = new SplittableRandom(seed);
    this.gemini = new Drawn(gemini, most);
    this.claude = new Drawn(claude, most);
    this.paired = paired;
    this.most = most;
  }

  int analyses() {
    return analyses;
  }

  Decision lookAfterEvery(int batch) {
    Decision decision = new Decision.KeepCollecting(java.util.OptionalLong.empty(), List.of());
    while (analyses < most && decision instanceof Decision.KeepCollecting) {
      for (int i = 0; i < batch && analyses < most; i++) {
        draw();
      }
      decision = new Deciding(policy, List.of(known())).decideNow();
    }
    return decision;
  }

  private void draw() {
    analyses++;
    boolean nonVegan = random.nextDouble() < Assumption.NON_VEGAN;
    boolean toGemini = random.nextDouble() < policy.toGemini();
    if (paired || toGemini) {
      gemini.draw(random, nonVegan);
    }
    if (paired || !toGemini) {
      claude.draw(random, nonVegan);
    }
  }

  private Deciding.Known known() {
    var evidence = new EnumMap<Metric, Evidence>(Metric.class);
    for (Metric metric : SHARES) {
      evidence.put(metric, new Evidence.Shares(shares(metric)));
    }
    if (gemini.calls > 1 && claude.calls > 1) {
      evidence.put(Metric.P95, new Evidence.Times(times()));
      evidence.put(Metric.COST, new Evidence.Means(costs(), policy.tuning()));
    }
    return new Deciding.Known("text", evidence);
  }

  private BettingSequence shares(Metric metric) {
    return paired
        ? BettingSequence.ofPairs(Pairs.of(gemini.values(metric), claude.values(metric)), 1)
        : BettingSequence.ofGroups(
            new ProportionDifference(gemini.share(metric), claude.share(metric)),
            policy.toGemini(),
            1);
  }

  private QuantileRatio times() {
    return new QuantileRatio(
        new QuantileSequence(0.95, policy.tuning(), policy.alpha()),
        Ordered.of(gemini.values(Metric.P95).known()),
        Ordered.of(claude.values(Metric.P95).known()),
        1,
        paired ? QuantileSequence.Dependence.PAIRED : QuantileSequence.Dependence.INDEPENDENT);
  }

  private Estimate costs() {
    return paired
        ? Estimate.logRatioOfPairs(
            gemini.calls,
            gemini.values(Metric.COST).numbers(),
            claude.values(Metric.COST).numbers())
        : Estimate.logRatio(gemini.costs(), claude.costs());
  }

  /// One provider's calls so far.
  private static final class Drawn {
    private final Assumption assumption;
    private final Map<Metric, double[]> values = new EnumMap<>(Metric.class);
    private int calls;

    Drawn(Assumption assumption, int most) {
      this.assumption = assumption;
      Arrays.stream(Metric.values()).forEach(metric -> values.put(metric, new double[most]));
    }

    void draw(SplittableRandom random, boolean nonVegan) {
      boolean fails = random.nextDouble() < assumption.errors();
      boolean saysVegan = nonVegan && random.nextDouble() < assumption.critical();
      boolean wrong = fails || saysVegan || random.nextDouble() < assumption.wrong();
      double millis = assumption.millis() * Math.exp(TIME_SPREAD * random.nextGaussian(0, 1));
      put(Metric.ERROR_RATE, fails ? 1 : 0);
      put(Metric.WRONG_VERDICT, wrong ? 1 : 0);
      put(Metric.CRITICAL_ERROR, !nonVegan ? Side.NOT_KNOWN : saysVegan && !fails ? 1 : 0);
      put(Metric.P95, fails ? Double.POSITIVE_INFINITY : millis);
      put(Metric.COST, assumption.micros() * Math.exp(COST_SPREAD * random.nextGaussian(0, 1)));
      calls++;
    }

    private void put(Metric metric, double value) {
      all(metric)[calls] = value;
    }

    private double[] all(Metric metric) {
      return values.getOrDefault(metric, new double[0]);
    }

    Series values(Metric metric) {
      double[] numbers = all(metric);
      return new Series(calls, i -> numbers[i]);
    }

    Proportion share(Metric metric) {
      return Evidences.proportion(values(metric));
    }

    Sample costs() {
      Series costs = values(Metric.COST);
      return Sample.ofSums(
          calls, costs.stream().sum(), costs.stream().map(cost -> cost * cost).sum());
    }
  }
}
