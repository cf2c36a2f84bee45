package koalens.backend.comparison.log;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The order in which gathered calls began; those that began together, by id.
final class CallOrder {
  private static final Comparator<GatheredCall> ORDER =
      Comparator.comparingLong(GatheredCall::startMillis)
          .thenComparingLong(GatheredCall::analysis)
          .thenComparing(GatheredCall::arm)
          .thenComparing(GatheredCall::role);

  private final GatheredBlock[] blocks;

  private CallOrder(GatheredBlock... blocks) {
    this.blocks = blocks;
  }

  /// @param blocks hold the calls
  /// @param used how many rows of each block
  static int[] places(GatheredBlock[] blocks, List<Integer> used) {
    int[] places =
        IntStream.range(0, blocks.length)
            .flatMap(i -> IntStream.range(0, used.get(i)).map(row -> GatheredBlock.place(i, row)))
            .toArray();
    new CallOrder(blocks).sort(places);
    return places;
  }

  private void sort(int... places) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int place : places) {
      long start = start(place);
      first = Math.min(first, start);
      last = Math.max(last, start);
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(blocks.length << GatheredBlock.ROW_BITS);
    boolean fits = last - first >= 0 && last - first < Long.MAX_VALUE >>> bits;
    if (fits) {
      sortByKeys(first, bits, places);
    } else {
      sortAll(0, places.length, places);
    }
  }

  private long start(int place) {
    return GatheredBlock.call(blocks, place).startMillis();
  }

  // Times with places behind them sort many times faster than calls all over the memory.
  private void sortByKeys(long first, int bits, int... places) {
    long[] keys = new long[places.length];
    Arrays.setAll(keys, i -> (start(places[i]) - first) << bits | places[i]);
    Arrays.parallelSort(keys);
    Arrays.setAll(places, i -> (int) (keys[i] & ((1L << bits) - 1)));
    orderTies(keys, bits, places);
  }

  private void orderTies(long[] keys, int bits, int... places) {
    int from = 0;
    for (int i = 1; i <= places.length; i++) {
      if (i == places.length || keys[i] >>> bits != keys[from] >>> bits) {
        sortAll(from, i, places);
        from = i;
      }
    }
  }

  private void sortAll(int from, int to, int... places) {
    if (to - from > 1) {
      int[] sorted =
          Arrays.stream(places, from, to)
              .boxed()
              .sorted((one, other) ->
                  ORDER.compare(GatheredBlock.call(blocks, one), GatheredBlock.call(blocks, other)))
              .mapToInt(Integer::intValue)
              .toArray();
      System.arraycopy(sorted, 0, places, from, sorted.length);
    }
  }
}
