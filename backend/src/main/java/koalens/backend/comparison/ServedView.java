package koalens.backend.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Role;
import koalens.backend.comparison.log.Served;
import koalens.backend.comparison.log.Verdict;
import koalens.backend.experiment.statistics.Proportion;

/// Counts what people were answered, by who answered in the end.
final class ServedView {
  private final Map<Served, long[]> counts = new EnumMap<>(Served.class);

  private ServedView() {}

  /// Of the analyses assigned by chance, each once; without those of which the log does not say.
  static List<Report.ServedBy> of(Stratum stratum) {
    var view = new ServedView();
    Stream.of(stratum.gemini(), stratum.claude()).forEach(view::count);
    return view.counts.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Report.ServedBy row(Served served, long... counts) {
    return new Report.ServedBy(
        served,
        counts[0],
        counts[1],
        new Proportion(counts[2], counts[3]),
        new Proportion(counts[4], counts[5]));
  }

  private void count(Side side) {
    for (int i = 0; i < side.size(); i++) {
      Call call = side.calls().get(i);
      if (call.role() == Role.RANDOMISED && call.served() != Served.NOT_SAID) {
        count(side, call, side.truth(i));
      }
    }
  }

  private void count(Side side, Call call, Verdict truth) {
    long[] row = counts.computeIfAbsent(call.served(), same -> new long[6]);
    row[
        switch (side.arm()) {
          case GEMINI -> 0;
          case CLAUDE -> 1;
        }]++;
    if (truth != Verdict.NONE && call.answered() != Verdict.NONE) {
      row[2] += call.answered() == truth ? 0 : 1;
      row[3]++;
    }
    if (truth == Verdict.NON_VEGAN && call.answered() != Verdict.NONE) {
      row[4] += call.answered() == Verdict.VEGAN ? 1 : 0;
      row[5]++;
    }
  }
}
