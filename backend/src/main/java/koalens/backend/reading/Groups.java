package koalens.backend.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// Puts numbers into groups so that any two that belong together are in one.
final class Groups {
  private final int[] parents;

  private Groups(int count) {
    parents = IntStream.range(0, count).toArray();
  }

  interface Together {
    boolean test(int one, int other);
  }

  /// The groups of 0 to count - 1, each in rising order.
  static List<List<Integer>> of(int count, Together together) {
    var groups = new Groups(count);
    for (int one = 0; one < count; one++) {
      for (int other = one + 1; other < count; other++) {
        if (groups.root(one) != groups.root(other) && together.test(one, other)) {
          groups.parents[groups.root(other)] = groups.root(one);
        }
      }
    }
    var members = new LinkedHashMap<Integer, List<Integer>>();
    for (int one = 0; one < count; one++) {
      members.computeIfAbsent(groups.root(one), _ -> new ArrayList<>()).add(one);
    }
    return List.copyOf(members.values());
  }

  private int root(int one) {
    int root = one;
    while (parents[root] != root) {
      root = parents[root];
    }
    parents[one] = root;
    return root;
  }
}
