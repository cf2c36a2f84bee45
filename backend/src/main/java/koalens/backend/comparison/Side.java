package koalens.backend.comparison;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Verdict;
import koalens.backend.experiment.statistics.Clusters;
import koalens.backend.experiment.statistics.Ordered;
import koalens.backend.experiment.statistics.Proportion;

/// One provider's calls of a modality, in the order in which they began. Thread-safe.
final class Side {
  /// Stands for what is not known of a call.
  static final double NOT_KNOWN = Double.NaN;

  private static final double MOST_MISSING = 0.01;
  private static final int NO_COST = -1;

  private final Arm arm;
  private final List<Call> calls;
  private final List<Verdict> truths;
  private final Optional<Side> whole;
  private final int firstSticky;
  private final Map<Metric, Series> columns = new ConcurrentHashMap<>();
  private Optional<Clusters> users = Optional.empty();
  private Optional<Clusters> items = Optional.empty();
  private Optional<Ordered> times = Optional.empty();
  private OptionalLong joined = OptionalLong.empty();
  private Optional<Boolean> priced = Optional.empty();

  /// @param truths what is true of each call's label
  Side(Arm arm, List<Call> calls, List<Verdict> truths) {
    this(arm, calls, truths, firstSticky(calls), Optional.empty());
  }

  private Side(
      Arm arm, List<Call> calls, List<Verdict> truths, int firstSticky, Optional<Side> whole) {
    this.arm = arm;
    this.calls = calls;
    this.truths = truths;
    this.firstSticky = firstSticky;
    this.whole = whole;
  }

  private static int firstSticky(List<Call> calls) {
    int first = 0;
    while (first < calls.size() && !calls.get(first).isSticky()) {
      first++;
    }
    return first;
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
    return firstSticky < calls.size();
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

  /// Which label each call is about; of the first calls of another, those of all. A call that does
  /// not say counts as one of a label of its own.
  synchronized Clusters items() {
    Clusters found = whole.map(Side::items).or(() -> items).orElseGet(this::itemClusters);
    items = Optional.of(found);
    return found;
  }

  private Clusters itemClusters() {
    return Clusters.of(
        calls.stream()
            .mapToLong(call -> call.item() == 0 ? call.analysis() : call.item())
            .toArray());
  }

  /// By how much numbers are worth less than independent ones: by their users or their labels,
  /// whichever is more.
  double designEffect(Series numbers) {
    double byItems = items().designEffect(numbers.size(), numbers.numbers());
    return isClustered()
        ? Math.max(byItems, users().designEffect(numbers.size(), numbers.numbers()))
        : byItems;
  }

  /// How often it gave another verdict than the last time on the same label.
  Proportion flipsWithin() {
    if (items().areSingle()) {
      return new Proportion(0, 0);
    }
    var last = new Verdict[items().count()];
    Arrays.fill(last, Verdict.NONE);
    long flips = 0;
    long repeats = 0;
    for (int i = 0; i < size(); i++) {
      Verdict verdict = calls.get(i).verdict();
      if (verdict != Verdict.NONE && !calls.get(i).isJoined()) {
        Verdict before = last[items().of(i)];
        repeats += before == Verdict.NONE ? 0 : 1;
        flips += before == Verdict.NONE || before == verdict ? 0 : 1;
        last[items().of(i)] = verdict;
      }
    }
    return new Proportion(flips, repeats);
  }

  int size() {
    return calls.size();
  }

  /// The models that answered.
  Set<String> models() {
    var models = new HashSet<String>();
    String last = "";
    for (Call call : calls) {
      String model = call.model();
      if (models.isEmpty() || !model.equals(last)) {
        models.add(model);
        last = model;
      }
    }
    return models;
  }

  /// The metric's number for each call: 1 or 0, milliseconds or micro-dollars; no number where it
  /// is not known.
  Series values(Metric metric) {
    return whole
        .map(side -> new Series(size(), side.values(metric).numbers()))
        .orElseGet(() -> columns.computeIfAbsent(metric, this::column));
  }

  private Series column(Metric metric) {
    return switch (metric) {
      case CRITICAL_ERROR -> share(this::criticalError);
      case WRONG_VERDICT -> share(this::wrongVerdict);
      case ERROR_RATE -> share(i -> one(Double.isInfinite(calls.get(i).latencyMillis())));
      case P95 -> new Series(size(), i -> calls.get(i).latencyMillis());
      case COST -> costs();
    };
  }

  // A joined call is no analysis of its own: the one it joined counts.
  private Series share(IntToDoubleFunction hits) {
    return Series.ofShare(size(), i -> calls.get(i).isJoined() ? NOT_KNOWN : hits.applyAsDouble(i));
  }

  private Series costs() {
    int[] costs = new int[size()];
    Arrays.setAll(costs, i -> cost(calls.get(i).costMicros()));
    return new Series(costs.length, i -> costs[i] == NO_COST ? NOT_KNOWN : costs[i]);
  }

  private static int cost(double micros) {
    return Double.isNaN(micros) ? NO_COST : (int) micros;
  }

  /// How many awaited the call of another analysis.
  synchronized long joined() {
    long found = joined.orElseGet(() -> calls.stream().filter(Call::isJoined).count());
    joined = OptionalLong.of(found);
    return found;
  }

  /// Of how many calls of their own a number is not known.
  long missing(Series numbers) {
    return numbers.stream().filter(Double::isNaN).count() - joined();
  }

  /// Whether it is known of nearly all of them: what is missing may be what is dear.
  boolean isNearlyWhole(Series numbers) {
    return missing(numbers) <= MOST_MISSING * size();
  }

  /// The same of the costs as logged; of the first calls of another, that of all.
  synchronized boolean isPriced() {
    boolean found =
        whole
            .map(Side::isPriced)
            .or(() -> priced)
            .orElseGet(() -> isNearlyWhole(values(Metric.COST)));
    priced = Optional.of(found);
    return found;
  }

  private double criticalError(int index) {
    return truths.get(index) == Verdict.NON_VEGAN
        ? one(calls.get(index).verdict() == Verdict.VEGAN)
        : NOT_KNOWN;
  }

  private double wrongVerdict(int index) {
    Verdict truth = truths.get(index);
    return truth == Verdict.NONE ? NOT_KNOWN : one(calls.get(index).verdict() != truth);
  }

  private static double one(boolean holds) {
    return holds ? 1 : 0;
  }

  /// The times that are known, in order.
  synchronized Ordered times() {
    Ordered found = times.orElseGet(() -> Ordered.sorting(values(Metric.P95).known()));
    times = Optional.of(found);
    return found;
  }

  /// The first calls.
  Side first(int count) {
    return new Side(
        arm, calls.subList(0, count), truths.subList(0, count), firstSticky, Optional.of(this));
  }
}
