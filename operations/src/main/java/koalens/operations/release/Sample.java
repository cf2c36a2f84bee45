package koalens.operations.release;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a server answered to a fixed set of labels.
///
/// @param times how long each answer took, shortest first
/// @param failures how many requests got no verdict
/// @param statuses the label → what was said of it
record Sample(List<Duration> times, int failures, Map<String, String> statuses) {
  // About 95 of 100 medians lie between the order statistics so many deviations apart.
  private static final double DEVIATIONS = 1.96;

  Sample {
    times = times.stream().sorted().toList();
    statuses = Map.copyOf(statuses);
  }

  int size() {
    return times.size() + failures;
  }

  Duration median() {
    return times.get(times.size() / 2);
  }

  /// The least that the median may be.
  Duration medianAtLeast() {
    return times.get(outside());
  }

  /// The most that the median may be.
  Duration medianAtMost() {
    return times.get(times.size() - 1 - outside());
  }

  private int outside() {
    return Math.max(0, (int) ((times.size() - DEVIATIONS * Math.sqrt(times.size())) / 2));
  }
}
