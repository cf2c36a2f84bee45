package koalens.backend.comparison.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The calls while they are read, by provider, role and analysis: who stands in for another may be
/// sent the same analysis for comparison too. Thread-safe: each shard has its lock.
final class CallTable {
  private static final int SHARD_BITS = 4;
  private static final int SHARDS = 1 << SHARD_BITS;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Map<Arm, Map<Role, List<Shard>>> shards = new EnumMap<>(Arm.class);
  private final SharedMarks marks = new SharedMarks();

  CallTable() {
    for (Arm arm : Arm.values()) {
      var ofArm = new EnumMap<Role, List<Shard>>(Role.class);
      for (Role role : Role.values()) {
        ofArm.put(role, Stream.generate(() -> new Shard(arm, role)).limit(SHARDS).toList());
      }
      shards.put(arm, ofArm);
    }
  }

  /// Takes a line in; false when it was there before.
  boolean take(Line line, Arm arm) {
    // Ids may be counted up: multiplied, their upper bits differ too.
    long spread = line.analysis * SPREAD;
    return shards
        .getOrDefault(arm, Map.of())
        .getOrDefault(line.role, List.of())
        .get((int) (spread >>> (Long.SIZE - SHARD_BITS)))
        .take(line, spread, marks);
  }

  /// All calls in the order in which they began; those that began together, by id. Nothing stays in
  /// the table.
  Calls inOrder() {
    var blocks = new ArrayList<GatheredBlock>();
    var used = new ArrayList<Integer>();
    for (Map<Role, List<Shard>> ofArm : shards.values()) {
      ofArm.values().forEach(ofRole -> ofRole.forEach(shard -> shard.moveTo(blocks, used)));
    }
    shards.clear();
    GatheredBlock[] gathered = blocks.toArray(new GatheredBlock[0]);
    int[] places = CallOrder.places(gathered, used);
    List<Marks> all = marks.all();
    return Calls.all(new Settling(gathered, all, places).settled(), all, places.length);
  }

  /// Open addressing over rows: no entry, no boxed key, no object for a call. A slot holds the
  /// call's place, counted from 1, and above it bits of its id's hash, so that hardly ever another
  /// call is looked at.
  private static final class Shard {
    private static final int PLACE_BITS = 24;
    private static final int PLACE = (1 << PLACE_BITS) - 1;
    private static final int FEWEST = 1 << 6;

    private final Arm arm;
    private final Role role;
    private GatheredBlock[] blocks = {};
    private int[] slots = new int[FEWEST];
    private int used;

    Shard(Arm arm, Role role) {
      this.arm = arm;
      this.role = role;
    }

    synchronized boolean take(Line line, long spread, SharedMarks marks) {
      int slot = slot(line.analysis, spread);
      if (slots[slot] == 0) {
        add(line.analysis);
        slots[slot] = tag(spread) | used;
        GatheredCall call = GatheredBlock.call(blocks, used - 1);
        growWhenFull();
        return call.take(line, marks);
      }
      return GatheredBlock.call(blocks, (slots[slot] & PLACE) - 1).take(line, marks);
    }

    private void add(long analysis) {
      if (used == PLACE) {
        throw new LogException("the log has too many calls: compare fewer days at a time");
      }
      if (used == blocks.length << GatheredBlock.ROW_BITS) {
        blocks = Arrays.copyOf(blocks, blocks.length + 1);
        blocks[blocks.length - 1] = new GatheredBlock(arm, role);
      }
      blocks[blocks.length - 1].analysis.set(used & (GatheredBlock.ROWS - 1), analysis);
      used++;
    }

    // Four fifths: what is looked for in vain is found missing after a few slots.
    private void growWhenFull() {
      if (used * 5L <= slots.length * 4L) {
        return;
      }
      slots = new int[slots.length * 2];
      for (int i = 0; i < used; i++) {
        long analysis = analysis(i);
        long spread = analysis * SPREAD;
        slots[slot(analysis, spread)] = tag(spread) | (i + 1);
      }
    }

    private long analysis(int place) {
      return GatheredBlock.call(blocks, place).analysis();
    }

    private static int tag(long spread) {
      return (int) spread & ~PLACE;
    }

    // Of the call's place, or free.
    private int slot(long analysis, long spread) {
      int mask = slots.length - 1;
      int tag = tag(spread);
      int slot = (int) (spread >>> (Integer.SIZE - SHARD_BITS)) & mask;
      while (slots[slot] != 0 && !isOf(slots[slot], tag, analysis)) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private boolean isOf(int slot, int tag, long analysis) {
      return (slot & ~PLACE) == tag && analysis((slot & PLACE) - 1) == analysis;
    }

    synchronized void moveTo(List<GatheredBlock> all, List<Integer> rows) {
      all.addAll(List.of(blocks));
      blocks = new GatheredBlock[0];
      slots = new int[0];
      for (int left = used; left > 0; left -= GatheredBlock.ROWS) {
        rows.add(Math.min(left, GatheredBlock.ROWS));
      }
    }
  }
}
