package koalens.backend.experiment.statistics;

import java.util.function.IntToDoubleFunction;

/// Which cluster each of a list of numbers belongs to, such as the user of an analysis. Immutable.
/// Takes no memory where each is alone.
public final class Clusters {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final int[] indexes;
  private final int count;

  private Clusters(int[] indexes, int count) {
    this.indexes = indexes;
    this.count = count;
  }

  /// Numbers with the same key are of one cluster.
  public static Clusters of(long[] keys) {
    int slots = Integer.highestOneBit(Math.max(2, keys.length)) << 2;
    int[] firsts = new int[slots];
    int[] indexes = new int[keys.length];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      int slot = slotOf(keys, firsts, keys[i]);
      if (firsts[slot] == 0) {
        firsts[slot] = i + 1;
        indexes[i] = count++;
      } else {
        indexes[i] = indexes[firsts[slot] - 1];
      }
    }
    return new Clusters(count == keys.length ? new int[0] : indexes, count);
  }

  // Open addressing over the place, counted from 1, where each key came first.
  private static int slotOf(long[] keys, int[] firsts, long key) {
    int mask = firsts.length - 1;
    int slot = (int) ((key * SPREAD) >>> 32) & mask;
    while (firsts[slot] != 0 && keys[firsts[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// How many clusters.
  public int count() {
    return count;
  }

  /// Whether no two numbers are of one cluster.
  public boolean areSingle() {
    return indexes.length == 0;
  }

  /// Which cluster the number belongs to, counted from 0 in the order of their first numbers.
  public int of(int number) {
    return areSingle() ? number : indexes[number];
  }

  /// By how much numbers of these clusters are worth less than independent ones (Kish 1965, Survey
  /// Sampling): the variance of their mean by clusters over that by numbers. 1 at least: one more
  /// analysis of the same user never adds more than one of another.
  ///
  /// @param values the numbers, from the first on; those that are not finite are left out
  public double designEffect(double... values) {
    return designEffect(values.length, i -> values[i]);
  }

  /// The same of numbers that are worked out when asked for.
  ///
  /// @param size how many
  /// @param values each of them, from 0 on
  public double designEffect(int size, IntToDoubleFunction values) {
    if (areSingle()) {
      return 1;
    }
    double sum = 0;
    int known = 0;
    for (int i = 0; i < size; i++) {
      double value = values.applyAsDouble(i);
      if (Double.isFinite(value)) {
        sum += value;
        known++;
      }
    }
    return known < 2 ? 1 : designEffect(size, values, sum / known);
  }

  // Clusters are counted up as they come.
  private int countAmong(int first) {
    int last = -1;
    for (int i = 0; i < first; i++) {
      last = Math.max(last, indexes[i]);
    }
    return last + 1;
  }

  private double designEffect(int size, IntToDoubleFunction values, double mean) {
    double[] sums = new double[countAmong(size)];
    double byNumbers = 0;
    for (int i = 0; i < size; i++) {
      double away = values.applyAsDouble(i) - mean;
      if (Double.isFinite(away)) {
        byNumbers += away * away;
        sums[indexes[i]] += away;
      }
    }
    double byClusters = 0;
    for (double sum : sums) {
      byClusters += sum * sum;
    }
    return byNumbers == 0 ? ofEqualNumbers(size) : Math.max(1, byClusters / byNumbers);
  }

  // Where no number differs from another nothing shows how alike those of a cluster are: caution
  // takes them for one number.
  private double ofEqualNumbers(int size) {
    double squares = 0;
    int[] sizes = new int[countAmong(size)];
    for (int i = 0; i < size; i++) {
      sizes[indexes[i]]++;
    }
    for (int one : sizes) {
      squares += (double) one * one;
    }
    return size == 0 ? 1 : squares / size;
  }
}
