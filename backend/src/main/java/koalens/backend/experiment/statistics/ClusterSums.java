package koalens.backend.experiment.statistics;

/// Sums by key, without an object for each: open addressing over arrays.
final class ClusterSums {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] keys;
  private final boolean[] used;
  private final double[] sums;

  ClusterSums(int most) {
    int slots = Integer.highestOneBit(Math.max(2, most)) << 2;
    this.keys = new long[slots];
    this.used = new boolean[slots];
    this.sums = new double[slots];
  }

  void add(long key, double value) {
    int slot = slotOf(key);
    keys[slot] = key;
    used[slot] = true;
    sums[slot] += value;
  }

  double squares() {
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    return squares;
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * SPREAD) >>> 32) & mask;
    while (used[slot] && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
