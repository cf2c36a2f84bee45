package koalens.backend.comparison.log;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// Makes calls in order of what was gathered, column by column: what is settled is given back
/// before the next is taken. Used once.
final class Settling {
  private final GatheredBlock[] gathered;
  private final int[] places;
  private final List<CallBlock> blocks;

  /// @param gathered by these
  /// @param marks by their numbers
  /// @param places of the calls among the gathered, in the order in which they began
  Settling(GatheredBlock[] gathered, List<Marks> marks, int... places) {
    this.gathered = gathered;
    this.places = places;
    this.blocks =
        IntStream.iterate(0, from -> from < places.length, from -> from + CallBlock.ROWS)
            .mapToObj(from ->
                new CallBlock(
                    Math.min(CallBlock.ROWS, places.length - from),
                    GatheredBlock.call(gathered, places[from]).startMillis(),
                    marks))
            .toList();
  }

  /// The calls. Nothing stays in what was gathered.
  List<CallBlock> settled() {
    move(block -> block.item, block -> block.item);
    move(block -> block.unit, block -> block.unit);
    move(block -> block.cost, block -> block.cost);
    move(block -> block.input, block -> block.input);
    move(block -> block.output, block -> block.output);
    move(block -> block.cacheRead, block -> block.cacheRead);
    move(block -> block.cacheWrite, block -> block.cacheWrite);
    move(block -> block.marks, block -> block.marks);
    move(block -> block.answered.places(), block -> block.answered.places());
    move(block -> block.engineVerdict.places(), block -> block.engineVerdict.places());
    settle(block -> block.arm.places(), call -> CallBlock.ARMS.place(call.arm()));
    settle(block -> block.role.places(), call -> CallBlock.ROLES.place(call.role()));
    settle(block -> block.outcome.places(), call -> CallBlock.OUTCOMES.place(call.outcome()));
    settle(block -> block.verdict.places(), call -> CallBlock.VERDICTS.place(call.verdict()));
    settle(block -> block.latencyMicros, GatheredCall::latency);
    settle(block -> block.flags, GatheredCall::flags);
    move(block -> block.served.places(), block -> block.served.places());
    settle(block -> block.startMillis, GatheredCall::startMillis);
    move(block -> block.analysis, block -> block.analysis);
    return blocks;
  }

  private void move(Function<GatheredBlock, Column> from, Function<CallBlock, Column> to) {
    Column[] columns = new Column[gathered.length];
    boolean isStandard = true;
    for (int i = 0; i < columns.length; i++) {
      columns[i] = from.apply(gathered[i]);
      isStandard &= columns[i].isStandard();
    }
    if (!isStandard) {
      eachBlock((first, block) -> move(columns, first, to.apply(block)));
    }
    for (Column column : columns) {
      column.clear();
    }
  }

  private void move(Column[] from, int first, Column to) {
    int size = sizeFrom(first);
    for (int i = 0; i < size; i++) {
      int place = places[first + i];
      to.set(i, from[place >>> GatheredBlock.ROW_BITS].get(place & (GatheredBlock.ROWS - 1)));
    }
  }

  private void settle(Function<CallBlock, Column> to, ToLongFunction<GatheredCall> value) {
    eachBlock((first, block) -> {
      Column column = to.apply(block);
      int size = sizeFrom(first);
      for (int i = 0; i < size; i++) {
        column.set(i, value.applyAsLong(GatheredBlock.call(gathered, places[first + i])));
      }
    });
  }

  private int sizeFrom(int first) {
    return Math.min(CallBlock.ROWS, places.length - first);
  }

  private interface Filling {
    void fill(int first, CallBlock block);
  }

  private void eachBlock(Filling filling) {
    IntStream.range(0, blocks.size())
        .parallel()
        .forEach(i -> filling.fill(i * CallBlock.ROWS, blocks.get(i)));
  }
}
