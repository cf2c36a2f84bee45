package koalens.backend.comparison.log;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The calls while they are read, by analysis and provider. Thread-safe: each shard has its lock.
final class CallTable {
  private static final int SHARDS = 64;

  private final Shard[] shards = new Shard[SHARDS];

  CallTable() {
    for (int i = 0; i < SHARDS; i++) {
      shards[i] = new Shard();
    }
  }

  /// Takes a line in; false when it was there before.
  boolean take(Line line, Arm arm) {
    int shard = (int) (line.analysis >>> 58) & (SHARDS - 1);
    return shards[shard].take(line, arm);
  }

  /// All calls in the order in which they began; those that began together, by id.
  List<Call> inOrder() {
    return Stream.of(shards)
        .flatMap(Shard::calls)
        .sorted(
            Comparator.comparingLong(Call::startMillis)
                .thenComparingLong(Call::analysis)
                .thenComparing(Call::arm))
        .toList();
  }

  /// Open addressing over the calls themselves: no entry, no boxed key.
  private static final class Shard {
    private Call[] slots = new Call[1 << 8];
    private int used;

    synchronized boolean take(Line line, Arm arm) {
      if (used * 2 > slots.length) {
        grow();
      }
      int slot = slot(slots, line.analysis, arm);
      if (slots[slot] == null) {
        slots[slot] = new Call(line.analysis, arm);
        used++;
      }
      return slots[slot].take(line);
    }

    private void grow() {
      var larger = new Call[slots.length * 2];
      calls().forEach(call -> larger[slot(larger, call.analysis(), call.arm())] = call);
      slots = larger;
    }

    private static int slot(Call[] slots, long analysis, Arm arm) {
      int mask = slots.length - 1;
      int slot = ((int) analysis * 2 + (arm == Arm.GEMINI ? 0 : 1)) & mask;
      while (slots[slot] != null
          && (slots[slot].analysis() != analysis || slots[slot].arm() != arm)) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    synchronized Stream<Call> calls() {
      return Stream.of(slots).filter(java.util.Objects::nonNull);
    }
  }
}
