package koalens.backend.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Verdict;
import koalens.backend.experiment.statistics.Clusters;
import koalens.backend.experiment.statistics.Ordered;

/// One provider's calls of a modality, in the order in which they began. Each number of a call is
/// worked out once. Thread-safe.
final class Side {
  /// Stands for what is not known of a call.
  static final double NOT_KNOWN = Double.NaN;

  private final Arm arm;
  private final List<Call> calls;
  private final List<Verdict> truths;
  private final Map<Metric, double[]> columns = new ConcurrentHashMap<>();
  private final Optional<Side> whole;
  private final boolean labelled;
  private Optional<Clusters> users = Optional.empty();
  private Optional<Ordered> times = Optional.empty();

  /// @param truths what is true of each call's label
  Side(Arm arm, List<Call> calls, List<Verdict> truths) {
    this(arm, calls, truths, Optional.empty());
  }

  private Side(Arm arm, List<Call> calls, List<Verdict> truths, Optional<Side> whole) {
    this.arm = arm;
    this.calls = calls;
    this.truths = truths;
    this.whole = whole;
    this.labelled =
        whole
            .map(side -> side.labelled)
            .orElseGet(() -> truths.stream().anyMatch(truth -> truth != Verdict.NONE));
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

  /// Whose call each is; of the first calls of another, those of all.
  synchronized Clusters users() {
    Clusters found = whole.map(Side::users).or(() -> users).orElseGet(this::clusters);
    users = Optional.of(found);
    return found;
  }

  private Clusters clusters() {
    return Clusters.of(calls.stream().mapToLong(Call::unit).toArray());
  }

  int size() {
    return calls.size();
  }

  /// The models that answered.
  Set<String> models() {
    return calls.stream().map(Call::model).collect(Collectors.toSet());
  }

  /// The metric's number for each call: 1 or 0, milliseconds or micro-dollars; no number where it
  /// is not known. Nobody writes into it.
  double[] values(Metric metric) {
    // Without a truth neither can be known: one column serves both.
    boolean unknown = metric == Metric.CRITICAL_ERROR && !labelled;
    return columns.computeIfAbsent(
        unknown ? Metric.WRONG_VERDICT : metric,
        one ->
            whole
                .map(side -> Arrays.copyOf(side.values(one), calls.size()))
                .orElseGet(() -> column(one)));
  }

  private double[] column(Metric metric) {
    double[] column = new double[calls.size()];
    Arrays.parallelSetAll(column, i -> value(metric, calls.get(i), truths.get(i)));
    return column;
  }

  /// The times that are known, in order.
  synchronized Ordered times() {
    Ordered found = times.orElseGet(() -> Ordered.of(Evidences.known(values(Metric.P95))));
    times = Optional.of(found);
    return found;
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
    return new Side(arm, calls.subList(0, count), truths.subList(0, count), Optional.of(this));
  }
}
