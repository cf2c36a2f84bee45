package koalens.backend.comparison.log;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One number for all calls with the same [Marks]; 0 is that of none. Thread-safe.
final class SharedMarks {
  private static final int NONE = 0;

  private final ConcurrentMap<Marks, Integer> numbers = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Marks> known = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger(NONE);

  SharedMarks() {
    numbers.put(Marks.NONE, NONE);
    known.put(NONE, Marks.NONE);
  }

  /// All of them, by their numbers.
  List<Marks> all() {
    return IntStream.rangeClosed(NONE, last.get()).mapToObj(this::of).toList();
  }

  private Marks of(int number) {
    return known.getOrDefault(number, Marks.NONE);
  }

  /// The number of the marks known so far with those of a line.
  int together(int before, Line line) {
    int now = number(line);
    return before == NONE || before == now ? now : number(of(before).and(of(now)));
  }

  // Nearly every line says what one just before it said: no look by many hashes then.
  private int number(Line line) {
    int slot = line.model.hashCode() & (Line.RECENT - 1);
    Marks recent = line.recentMarks[slot];
    if (recent == null || !recent.isOf(line)) {
      line.recentMarks[slot] = Marks.of(line);
      line.recentNumbers[slot] = number(Marks.of(line));
    }
    return line.recentNumbers[slot];
  }

  private int number(Marks marks) {
    // A look without a lock first: of millions of lines, few bring new ones.
    Integer one = find(marks);
    return one == null ? numbers.computeIfAbsent(marks, this::add) : one;
  }

  private @Nullable Integer find(Marks marks) {
    return numbers.get(marks);
  }

  private int add(Marks marks) {
    int number = last.incrementAndGet();
    known.put(number, marks);
    return number;
  }
}
