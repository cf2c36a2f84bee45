package koalens.backend.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import koalens.backend.experiment.statistics.SampleSize;

/// How experiments would end if the providers were as assumed, looked at after every batch.
///
/// @param runs how many experiments were simulated
/// @param endings how many ended how, by headline
/// @param analyses after how many analyses those that decided did, in order
public record Plan(int runs, Map<String, Integer> endings, List<Integer> analyses) {
  /// How often [#analysesOfOneLook] is to see a difference.
  public static final double POWER = 0.8;

  /// Copies the collections.
  public Plan {
    endings = new TreeMap<>(endings);
    analyses = List.copyOf(analyses);
  }

  /// After how many analyses that share of all experiments had decided; empty when fewer ever did.
  public OptionalInt analysesFor(double share) {
    int needed = (int) Math.ceil(share * runs);
    return needed == 0 || needed > analyses.size()
        ? OptionalInt.empty()
        : OptionalInt.of(analyses.get(needed - 1));
  }

  /// Simulates.
  ///
  /// @param policy by what rules to decide
  /// @param gemini what the one is taken to be like
  /// @param claude what the other is
  /// @param paired whether both are sent every analysis
  /// @param runs how many experiments
  /// @param batch how many analyses between two looks
  /// @param most how many analyses at most
  /// @param seed the same seed gives the same plan
  public static Plan simulate(
      Policy policy,
      Assumption gemini,
      Assumption claude,
      boolean paired,
      int runs,
      int batch,
      int most,
      long seed) {
    var endings = new TreeMap<String, Integer>();
    var analyses = new ArrayList<Integer>();
    for (int run = 0; run < runs; run++) {
      var experiment = new SimulatedExperiment(policy, gemini, claude, paired, most, seed + run);
      Decision decision = experiment.lookAfterEvery(batch);
      String ending =
          decision instanceof Decision.KeepCollecting ? "KEEP COLLECTING" : decision.headline();
      endings.merge(ending, 1, Integer::sum);
      if (!(decision instanceof Decision.KeepCollecting)) {
        analyses.add(experiment.analyses());
      }
    }
    analyses.sort(null);
    return new Plan(runs, endings, analyses);
  }

  /// How many analyses a classical test needs that looks once, at the policy's α, to see with
  /// probability [#POWER] that wrong verdicts differ: what looking at any time is to be measured
  /// against. Empty where they do not differ.
  ///
  /// @param paired whether both are sent every analysis; else one half each
  public static OptionalLong analysesOfOneLook(
      Policy policy, Assumption gemini, Assumption claude, boolean paired) {
    double gap = gemini.wrongAtAll() - claude.wrongAtAll();
    if (gap == 0) {
      return OptionalLong.empty();
    }
    var size = new SampleSize(policy.alpha(), POWER);
    return OptionalLong.of(
        paired
            ? size.pairs(gemini.wrongAlone(claude), claude.wrongAlone(gemini))
            : 2 * size.perGroup(gemini.wrongAtAll(), claude.wrongAtAll()));
  }
}
