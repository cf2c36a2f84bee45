package koalens.backend.experiment.statistics;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/// Whether the groups are as large as they were meant to be.
///
/// @param counts how many units each group has
/// @param shares what share of all it was meant to have; they add up to 1
public record SampleRatio(List<Long> counts, List<Double> shares) {

  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException when there are not as many shares as counts
  public SampleRatio {
    counts = List.copyOf(counts);
    shares = List.copyOf(shares);
    if (counts.size() != shares.size()) {
      throw new IllegalArgumentException("every group has a share");
    }
  }

  /// The chi-squared test at one look (Fabijan et al. 2019, KDD).
  public ChiSquaredTest chiSquared() {
    double total = total();
    double statistic = 0;
    for (int i = 0; i < counts.size(); i++) {
      double meant = total * shares.get(i);
      statistic += (counts.get(i) - meant) * (counts.get(i) - meant) / meant;
    }
    return ChiSquaredTest.of(statistic, counts.size() - 1);
  }

  /// The evidence against the meant shares at any time (Lindon and Malek 2022, arXiv 2011.03567): a
  /// Dirichlet-multinomial mixture against the meant multinomial.
  ///
  /// @param prior the weight of the prior, spread by the meant shares
  public double logEvidence(double prior) {
    List<Double> weights = shares.stream().map(share -> share * prior).toList();
    return logMixture(weights) - logMeant();
  }

  /// The p-value of the meant shares that holds however often one looks.
  public double anytimeP(double prior) {
    return Math.min(1, Math.exp(-logEvidence(prior)));
  }

  /// The logarithm of the probability of the counts under the meant shares.
  double logMeant() {
    double log = LogGamma.value(total() + 1);
    for (int i = 0; i < counts.size(); i++) {
      log += counts.get(i) * Math.log(shares.get(i)) - LogGamma.value(counts.get(i) + 1.0);
    }
    return log;
  }

  /// The logarithm of the probability of the counts under shares drawn from a Dirichlet
  /// distribution.
  double logMixture(List<Double> weights) {
    double all = weights.stream().mapToDouble(Double::doubleValue).sum();
    double log = LogGamma.value(total() + 1) + LogGamma.value(all) - LogGamma.value(all + total());
    for (int i = 0; i < counts.size(); i++) {
      log +=
          LogGamma.value(weights.get(i) + counts.get(i))
              - LogGamma.value(weights.get(i))
              - LogGamma.value(counts.get(i) + 1.0);
    }
    return log;
  }

  private double total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
