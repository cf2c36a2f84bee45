package koalens.backend.comparison.log;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// One [Marks] for all calls with the same. Thread-safe.
final class SharedMarks {
  private final ConcurrentMap<Marks, Marks> known = new ConcurrentHashMap<>();

  /// The marks known so far with those of a line.
  Marks together(Marks before, Line line) {
    return before.isNothing() ? of(line) : shared(before.and(Marks.of(line)));
  }

  // Nearly every line says what one just before it said: no look by many hashes then.
  private Marks of(Line line) {
    int slot = line.model.hashCode() & (Line.RECENT - 1);
    Marks recent = line.recentMarks[slot];
    if (recent != null && recent.isOf(line)) {
      return recent;
    }
    Marks marks = shared(Marks.of(line));
    line.recentMarks[slot] = marks;
    return marks;
  }

  private Marks shared(Marks both) {
    // A look without a lock first: of millions of lines, few bring new ones.
    Marks one = find(both);
    return one == null ? known.computeIfAbsent(both, same -> same) : one;
  }

  private @Nullable Marks find(Marks marks) {
    return known.get(marks);
  }
}
