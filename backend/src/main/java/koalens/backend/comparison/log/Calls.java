package koalens.backend.comparison.log;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;

/// Calls in the order in which they began; those that began together, by id. Each is made when it
/// is asked for. Immutable once the log is read.
public final class Calls extends AbstractList<Call> implements RandomAccess {
  private static final int FEW = 1 << 10;

  private final List<CallBlock> blocks;
  private final int[] places;

  /// @param blocks hold them
  /// @param places block and row of each, see [#place]
  Calls(List<CallBlock> blocks, int... places) {
    this.blocks = blocks;
    this.places = places;
  }

  /// Stands for a row of a block.
  static int place(int block, int row) {
    return block << CallBlock.ROW_BITS | row;
  }

  static Call call(List<CallBlock> blocks, int place) {
    return new Call(blocks.get(place >>> CallBlock.ROW_BITS), place & (CallBlock.ROWS - 1));
  }

  @Override
  public Call get(int index) {
    return call(blocks, places[index]);
  }

  @Override
  public int size() {
    return places.length;
  }

  /// Those of them.
  public Calls where(Predicate<Call> which) {
    int[] found = new int[Math.min(FEW, places.length)];
    int count = 0;
    for (int place : places) {
      if (which.test(call(blocks, place))) {
        found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
        found[count++] = place;
      }
    }
    return count == places.length ? this : new Calls(blocks, Arrays.copyOf(found, count));
  }
}
