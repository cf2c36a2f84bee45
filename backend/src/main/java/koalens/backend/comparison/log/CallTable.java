package koalens.backend.comparison.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The calls while they are read, by analysis and provider. Thread-safe: each shard has its lock.
final class CallTable {
  private static final int SHARD_BITS = 4;
  private static final int SHARDS = 1 << SHARD_BITS;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Map<Arm, List<Shard>> shards = new EnumMap<>(Arm.class);
  private final SharedMarks marks = new SharedMarks();

  CallTable() {
    for (Arm arm : Arm.values()) {
      shards.put(arm, Stream.generate(() -> new Shard(arm)).limit(SHARDS).toList());
    }
  }

  /// Takes a line in; false when it was there before.
  boolean take(Line line, Arm arm) {
    // Ids may be counted up: multiplied, their upper bits differ too.
    long spread = line.analysis * SPREAD;
    return shards
        .getOrDefault(arm, List.of())
        .get((int) (spread >>> (Long.SIZE - SHARD_BITS)))
        .take(line, spread, marks);
  }

  /// All calls in the order in which they began; those that began together, by id.
  Calls inOrder() {
    var blocks = new ArrayList<CallBlock>();
    var used = new ArrayList<Integer>();
    for (List<Shard> ofArm : shards.values()) {
      ofArm.forEach(shard -> shard.addTo(blocks, used));
    }
    return CallOrder.of(blocks, used);
  }

  /// Open addressing over rows: no entry, no boxed key, no object for a call.
  private static final class Shard {
    private final Arm arm;
    private final List<CallBlock> blocks = new ArrayList<>();
    private int[] places = new int[CallBlock.ROWS];
    private int used;

    Shard(Arm arm) {
      this.arm = arm;
    }

    synchronized boolean take(Line line, long spread, SharedMarks marks) {
      int slot = slot(line.analysis, spread);
      if (places[slot] == 0) {
        add(line.analysis);
        places[slot] = used;
        Call call = call(used - 1);
        growWhenHalfFull();
        return call.take(line, marks);
      }
      return call(places[slot] - 1).take(line, marks);
    }

    private void add(long analysis) {
      if (used == blocks.size() << CallBlock.ROW_BITS) {
        blocks.add(new CallBlock(arm));
      }
      blocks.getLast().analysis.set(used & (CallBlock.ROWS - 1), analysis);
      used++;
    }

    private Call call(int place) {
      return new Call(blocks.get(place >> CallBlock.ROW_BITS), place & (CallBlock.ROWS - 1));
    }

    private long analysis(int place) {
      return blocks.get(place >> CallBlock.ROW_BITS).analysis.get(place & (CallBlock.ROWS - 1));
    }

    private void growWhenHalfFull() {
      if (used * 2 <= places.length) {
        return;
      }
      places = new int[places.length * 2];
      for (int i = 0; i < used; i++) {
        long analysis = analysis(i);
        places[slot(analysis, analysis * SPREAD)] = i + 1;
      }
    }

    // Of the call's place, counted from 1, or free.
    private int slot(long analysis, long spread) {
      int mask = places.length - 1;
      int slot = (int) (spread >>> (Integer.SIZE - SHARD_BITS)) & mask;
      while (places[slot] != 0 && analysis(places[slot] - 1) != analysis) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    synchronized void addTo(List<CallBlock> all, List<Integer> rows) {
      all.addAll(blocks);
      for (int left = used; left > 0; left -= CallBlock.ROWS) {
        rows.add(Math.min(left, CallBlock.ROWS));
      }
    }
  }
}
