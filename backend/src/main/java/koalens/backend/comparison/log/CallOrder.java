package koalens.backend.comparison.log;

import java.util.Arrays;
import java.util.List;

/// Calls in the order in which they began; those that began together, by id.
final class CallOrder {
  private CallOrder() {}

  static List<Call> of(Call... calls) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Call call : calls) {
      first = Math.min(first, call.startMillis());
      last = Math.max(last, call.startMillis());
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, calls.length));
    boolean fits = calls.length > 1 && last - first >= 0 && last - first < Long.MAX_VALUE >>> bits;
    if (!fits) {
      Arrays.sort(calls, CallOrder::compare);
      return List.of(calls);
    }
    return List.of(byKeys(calls, first, bits));
  }

  // Times with places behind them sort many times faster than objects all over the memory.
  private static Call[] byKeys(Call[] calls, long first, int bits) {
    long[] keys = new long[calls.length];
    Arrays.setAll(keys, i -> (calls[i].startMillis() - first) << bits | i);
    Arrays.parallelSort(keys);
    Call[] sorted = new Call[calls.length];
    Arrays.setAll(sorted, i -> calls[(int) (keys[i] & ((1L << bits) - 1))]);
    orderTies(sorted);
    return sorted;
  }

  private static void orderTies(Call... sorted) {
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i].startMillis() != sorted[from].startMillis()) {
        if (i - from > 1) {
          Arrays.sort(sorted, from, i, CallOrder::compare);
        }
        from = i;
      }
    }
  }

  private static int compare(Call one, Call other) {
    int begun = Long.compare(one.startMillis(), other.startMillis());
    int named = begun == 0 ? Long.compare(one.analysis(), other.analysis()) : begun;
    return named == 0 ? one.arm().compareTo(other.arm()) : named;
  }
}
