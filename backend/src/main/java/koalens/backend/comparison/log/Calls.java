package koalens.backend.comparison.log;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Calls in the order in which they began; those that began together, by id. Each is made when it
/// is asked for. Immutable.
public final class Calls extends AbstractList<Call> implements RandomAccess {
  private static final int FEW = 1 << 10;

  private final CallBlock[] blocks;
  private final List<Marks> marks;
  private final int[] rows;
  private final int size;
  private final boolean isAll;

  private Calls(CallBlock[] blocks, List<Marks> marks, int size, boolean isAll, int... rows) {
    this.blocks = blocks;
    this.marks = marks;
    this.size = size;
    this.isAll = isAll;
    this.rows = rows;
  }

  /// All the calls of these blocks.
  ///
  /// @param blocks hold them, each but the last full
  /// @param marks by their numbers
  /// @param size how many
  static Calls all(List<CallBlock> blocks, List<Marks> marks, int size) {
    return new Calls(blocks.toArray(new CallBlock[0]), List.copyOf(marks), size, true);
  }

  @Override
  public Call get(int index) {
    return call(isAll ? index : rows[index]);
  }

  private Call call(int row) {
    return new Call(blocks[row >>> CallBlock.ROW_BITS], row & (CallBlock.ROWS - 1));
  }

  @Override
  public int size() {
    return size;
  }

  /// The marks of these numbers.
  public Set<Marks> marks(BitSet numbers) {
    return numbers.stream().mapToObj(marks::get).collect(Collectors.toSet());
  }

  /// Those of them.
  public Calls where(Predicate<Call> which) {
    int same = 0;
    while (same < size && which.test(get(same))) {
      same++;
    }
    return same == size ? this : where(which, same);
  }

  // The first of them are known to be so, and the one after them is not.
  private Calls where(Predicate<Call> which, int same) {
    int[] found = new int[Math.max(FEW, same)];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (i < same || (i > same && which.test(get(i)))) {
        found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
        found[count++] = isAll ? i : rows[i];
      }
    }
    return new Calls(blocks, marks, count, false, Arrays.copyOf(found, count));
  }
}
