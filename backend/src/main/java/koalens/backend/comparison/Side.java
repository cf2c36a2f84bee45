package koalens.backend.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Verdict;

/// One provider's calls of a modality, in the order in which they began.
final class Side {
  /// Stands for what is not known of a call.
  static final double NOT_KNOWN = Double.NaN;

  private final Arm arm;
  private final List<Call> calls;
  private final List<Verdict> truths;

  /// @param truths what is true of each call's label
  Side(Arm arm, List<Call> calls, List<Verdict> truths) {
    this.arm = arm;
    this.calls = calls;
    this.truths = truths;
  }

  Arm arm() {
    return arm;
  }

  List<Call> calls() {
    return calls;
  }

  Verdict truth(int index) {
    return truths.get(index);
  }

  /// Whether any of them was assigned by its user: only then may one user have several.
  boolean isClustered() {
    return calls.stream().anyMatch(Call::isSticky);
  }

  int size() {
    return calls.size();
  }

  /// The metric's number for each call: 1 or 0, milliseconds or micro-dollars; no number where it
  /// is not known.
  double[] values(Metric metric) {
    double[] values = new double[calls.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(metric, calls.get(i), truths.get(i));
    }
    return values;
  }

  double[] values(ToDoubleFunction<Call> of) {
    return calls.stream().mapToDouble(of).toArray();
  }

  private static double value(Metric metric, Call call, Verdict truth) {
    return switch (metric) {
      case CRITICAL_ERROR ->
          truth == Verdict.NON_VEGAN ? one(call.verdict() == Verdict.VEGAN) : NOT_KNOWN;
      case WRONG_VERDICT -> truth == Verdict.NONE ? NOT_KNOWN : one(call.verdict() != truth);
      case ERROR_RATE -> one(Double.isInfinite(call.latencyMillis()));
      case P95 -> call.latencyMillis();
      case COST -> call.costMicros();
    };
  }

  private static double one(boolean holds) {
    return holds ? 1 : 0;
  }

  /// The first calls.
  Side first(int count) {
    return new Side(arm, calls.subList(0, count), truths.subList(0, count));
  }
}
