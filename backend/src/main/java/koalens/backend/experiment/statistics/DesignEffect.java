package koalens.backend.experiment.statistics;

import java.util.Arrays;

/// By how much numbers that come in clusters are worth less than independent ones (Kish 1965,
/// Survey Sampling): the variance of their mean by clusters over that by numbers.
public final class DesignEffect {
  private DesignEffect() {}

  /// The effect, 1 at least: one more analysis of the same user never adds more than one of
  /// another.
  ///
  /// @param clusters the cluster of each number
  /// @param values the numbers
  public static double of(long[] clusters, double[] values) {
    int n = values.length;
    if (n < 2) {
      return 1;
    }
    double mean = Arrays.stream(values).sum() / n;
    double byNumbers = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return byNumbers == 0 ? 1 : Math.max(1, byClusters(clusters, values, mean) / byNumbers);
  }

  private static double byClusters(long[] clusters, double[] values, double mean) {
    var sums = new ClusterSums(clusters.length);
    for (int i = 0; i < values.length; i++) {
      sums.add(clusters[i], values[i] - mean);
    }
    return sums.squares();
  }
}
