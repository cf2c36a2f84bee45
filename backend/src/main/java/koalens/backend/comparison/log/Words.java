package koalens.backend.comparison.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// From bytes to one string for each word, the same for all threads: a log says few words often.
final class Words {
  private static final int SLOT_BITS = 12;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final int MOST_BYTES = 256;

  private final ConcurrentMap<String, String> shared;
  private final byte[][] keys = new byte[SLOTS][];
  private final @Nullable String[] values = new String[SLOTS];

  private Words(ConcurrentMap<String, String> shared) {
    this.shared = shared;
  }

  Words() {
    this(new ConcurrentHashMap<>());
  }

  /// Of the same words, for another thread.
  Words forAnotherThread() {
    return new Words(shared);
  }

  String word(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + MOST_BYTES);
    int slot = (int) (Hash.ofEnds(bytes, from, end) >>> (Long.SIZE - SLOT_BITS));
    String known = values[slot];
    if (known != null && Arrays.equals(keys[slot], 0, keys[slot].length, bytes, from, end)) {
      return known;
    }
    String word = new String(bytes, from, end - from, StandardCharsets.UTF_8);
    String one = shared.computeIfAbsent(word, same -> same);
    keys[slot] = Arrays.copyOfRange(bytes, from, end);
    values[slot] = one;
    return one;
  }
}
