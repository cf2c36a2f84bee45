package koalens.operations.validation;

import java.time.Duration;
import java.util.List;

/// What a step saw: its last answer, how long each of its requests took, and the values of its
/// variables.
record Observed(Answer answer, List<Duration> durations, Variables variables) {
  Observed {
    durations = List.copyOf(durations);
  }

  /// The duration that the share of requests does not exceed: the nearest rank.
  Duration percentile(int percent) {
    List<Duration> sorted = durations.stream().sorted().toList();
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1);
  }
}
