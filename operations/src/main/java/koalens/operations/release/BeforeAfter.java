package koalens.operations.release;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The same labels, asked before a deployment and after it.
///
/// @param before what the version before answered
/// @param after what the new one answers
record BeforeAfter(Sample before, Sample after) {
  private static final double ALARM = 0.05;
  private static final double MUCH_SLOWER = 1.5;
  private static final Duration FELT = Duration.ofMillis(200);

  /// What follows for the deployment.
  enum Verdict {
    /// Nothing speaks against it.
    PASS,
    /// It fails more often: beyond chance.
    FAIL,
    /// Something a person has to look at.
    INCONCLUSIVE
  }

  Verdict verdict() {
    if (failsMore()) {
      return Verdict.FAIL;
    }
    boolean doubtful = after.failures() > before.failures() || isSlower() || !nowVegan().isEmpty();
    return doubtful ? Verdict.INCONCLUSIVE : Verdict.PASS;
  }

  /// With its numbers.
  String words() {
    String times =
        "%d of %d without a verdict, before %d of %d (p %.2g); median %d ms (%d to %d), before %d ms (%d to %d)"
            .formatted(
                after.failures(),
                after.size(),
                before.failures(),
                before.size(),
                pOfMoreFailures(),
                after.median().toMillis(),
                after.medianAtLeast().toMillis(),
                after.medianAtMost().toMillis(),
                before.median().toMillis(),
                before.medianAtLeast().toMillis(),
                before.medianAtMost().toMillis());
    List<String> changed = changed().toList();
    return "compared with the version before: "
        + times
        + (changed.isEmpty() ? "; the same verdicts" : "; changed: " + String.join(", ", changed))
        + (isSlower() ? "; it is slower, beyond chance" : "");
  }

  private boolean failsMore() {
    return after.failures() > before.failures() && pOfMoreFailures() <= ALARM;
  }

  // Fisher's exact test, one-sided: that of all failures so many or more fell on the new version by
  // chance. Good for none before, too.
  double pOfMoreFailures() {
    int failures = before.failures() + after.failures();
    int most = Math.min(failures, after.size());
    double p = 0;
    for (int k = after.failures(); k <= most; k++) {
      p +=
          Math.exp(
              logChoices(after.size(), k)
                  + logChoices(before.size(), failures - k)
                  - logChoices(after.size() + before.size(), failures));
    }
    return Math.min(1, p);
  }

  private static double logChoices(int of, int chosen) {
    if (chosen < 0 || chosen > of) {
      return Double.NEGATIVE_INFINITY;
    }
    double log = 0;
    for (int i = 1; i <= chosen; i++) {
      log += Math.log((of - chosen + i) / (double) i);
    }
    return log;
  }

  // Where the intervals of both medians lie far apart.
  private boolean isSlower() {
    Duration least = after.medianAtLeast();
    Duration most = before.medianAtMost();
    return least.toNanos() > MUCH_SLOWER * most.toNanos() && least.minus(most).compareTo(FELT) > 0;
  }

  private List<String> nowVegan() {
    return labelsChanged().filter(label -> said(after, label).equals("vegan")).toList();
  }

  private Stream<String> changed() {
    return labelsChanged()
        .map(label ->
            "'%s' from %s to %s".formatted(label, said(before, label), said(after, label)));
  }

  private Stream<String> labelsChanged() {
    return after.statuses().keySet().stream()
        .filter(before.statuses()::containsKey)
        .filter(label -> !said(after, label).equals(said(before, label)))
        .sorted();
  }

  private static String said(Sample sample, String label) {
    return sample.statuses().getOrDefault(label, "");
  }
}
