package koalens.backend.comparison.log;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// The calls while they are read, by analysis and provider. Thread-safe: each shard has its lock.
final class CallTable {
  private static final int SHARDS = 64;

  private final Shard[] shards = new Shard[SHARDS];
  private final ConcurrentMap<Marks, Marks> marks = new ConcurrentHashMap<>();

  CallTable() {
    for (int i = 0; i < SHARDS; i++) {
      shards[i] = new Shard();
    }
  }

  /// Takes a line in; false when it was there before.
  boolean take(Line line, Arm arm) {
    int shard = (int) (line.analysis >>> 58) & (SHARDS - 1);
    return shards[shard].take(line, arm, marks);
  }

  /// All calls in the order in which they began; those that began together, by id.
  List<Call> inOrder() {
    return CallOrder.of(Stream.of(shards).flatMap(Shard::calls).toArray(Call[]::new));
  }

  /// Open addressing: no entry, no boxed key. Calls stand in the order in which they came, so that
  /// those that began together lie together in memory.
  private static final class Shard {
    private int[] places = new int[1 << 8];
    private Call[] calls = new Call[1 << 7];
    private int used;

    synchronized boolean take(Line line, Arm arm, ConcurrentMap<Marks, Marks> known) {
      if (used == calls.length) {
        grow();
      }
      int slot = slot(line.analysis, arm);
      if (places[slot] == 0) {
        calls[used++] = new Call(line.analysis, arm);
        places[slot] = used;
      }
      return calls[places[slot] - 1].take(line, known);
    }

    private void grow() {
      calls = Arrays.copyOf(calls, calls.length * 2);
      places = new int[calls.length * 2];
      for (int i = 0; i < used; i++) {
        places[slot(calls[i].analysis(), calls[i].arm())] = i + 1;
      }
    }

    // Of the call's place, counted from 1, or free.
    private int slot(long analysis, Arm arm) {
      int mask = places.length - 1;
      int slot = ((int) analysis * 2 + (arm == Arm.GEMINI ? 0 : 1)) & mask;
      while (places[slot] != 0 && !isOf(calls[places[slot] - 1], analysis, arm)) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private static boolean isOf(Call call, long analysis, Arm arm) {
      return call.analysis() == analysis && call.arm() == arm;
    }

    synchronized Stream<Call> calls() {
      return Arrays.stream(calls, 0, used);
    }
  }
}
