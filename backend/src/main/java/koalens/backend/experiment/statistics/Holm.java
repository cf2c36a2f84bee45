package koalens.backend.experiment.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Several questions asked of the same data (Holm 1979, Scandinavian Journal of Statistics 6:65).
public final class Holm {
  private Holm() {}

  /// The p-values, raised so that any of them below α is wrong with at most probability α; in the
  /// order given.
  public static List<Double> adjusted(List<Double> ps) {
    List<Integer> ascending =
        IntStream.range(0, ps.size()).boxed().sorted(Comparator.comparing(ps::get)).toList();
    var adjusted = new ArrayList<>(ps);
    double greatest = 0;
    for (int rank = 0; rank < ps.size(); rank++) {
      int index = ascending.get(rank);
      greatest = Math.max(greatest, Math.min(1, (ps.size() - rank) * ps.get(index)));
      adjusted.set(index, greatest);
    }
    return List.copyOf(adjusted);
  }
}
