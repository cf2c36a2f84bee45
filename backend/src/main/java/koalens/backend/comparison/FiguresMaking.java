package koalens.backend.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Outcome;
import koalens.backend.comparison.log.Verdict;
import koalens.backend.experiment.statistics.Agreement;
import koalens.backend.experiment.statistics.Interval;
import koalens.backend.experiment.statistics.Ordered;
import koalens.backend.experiment.statistics.Proportion;
import koalens.backend.experiment.statistics.Sample;

/// Makes the figures of a stratum.
final class FiguresMaking {
  private static final double CONFIDENCE = 0.95;
  private static final List<Double> QUANTILES =
      List.of(0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99);
  private static final List<Double> COMPARED = List.of(0.5, 0.95, 0.99);
  private static final int STRETCHES = 48;
  // Each look is at four fifths of the calls of the next: all together cost five times the last.
  private static final int STEPS = 24;
  private static final double STEP = 0.8;
  private static final int SHOWN_FLIPS = 200;

  private final Stratum stratum;
  private final Policy policy;
  private final Pricing pricing;
  private final LocalDate day;
  private final Evidences evidences;

  FiguresMaking(Stratum stratum, Policy policy, Pricing pricing, LocalDate day) {
    this.stratum = stratum;
    this.policy = policy;
    this.pricing = pricing;
    this.day = day;
    this.evidences = new Evidences(stratum, policy);
  }

  Report.Figures make(Map<Metric, Evidence> evidence) {
    // Most of the work: meanwhile another processor does the rest.
    ForkJoinTask<List<Report.Sequence>> sequences =
        ForkJoinPool.commonPool().submit(this::sequences);
    return new Report.Figures(
        stratum.modality(),
        stratum.paired(),
        stratum.analyses(),
        provider(stratum.gemini()),
        provider(stratum.claude()),
        contrasts(evidence),
        stratum.paired() ? Optional.of(flips()) : Optional.empty(),
        PairedTimes.of(stratum),
        ServedView.of(stratum),
        prices(),
        traffic(),
        sequences.join());
  }

  private static Report.Provider provider(Side side) {
    var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
    side.calls().stream()
        .filter(call -> !call.isJoined())
        .forEach(call -> outcomes.merge(call.outcome(), 1L, Long::sum));
    Proportion failures = Evidences.proportion(side.values(Metric.ERROR_RATE));
    double cost = mean(side, side.values(Metric.COST));
    return new Report.Provider(
        side.arm(),
        side.size(),
        side.joined(),
        side.items().count(),
        side.flipsWithin(),
        outcomes,
        failures,
        Evidences.proportion(side.values(Metric.WRONG_VERDICT)),
        Evidences.proportion(side.values(Metric.CRITICAL_ERROR)),
        times(side.times()),
        cost,
        cost * failures.of() / (failures.of() - failures.hits()));
  }

  private static List<Report.Quantile> times(Ordered times) {
    return times.size() == 0
        ? List.of()
        : QUANTILES.stream()
            .map(p ->
                new Report.Quantile(p, times.quantile(p), times.quantileInterval(p, CONFIDENCE)))
            .toList();
  }

  private List<Report.Contrast> contrasts(Map<Metric, Evidence> evidence) {
    var contrasts = new ArrayList<Report.Contrast>();
    for (Metric metric : Metric.values()) {
      Evidence one = evidence.get(metric);
      if (one != null && metric != Metric.P95) {
        contrasts.add(contrast(metric, one));
      }
    }
    for (double probability : COMPARED) {
      evidences.times(probability).ifPresent(one -> contrasts.add(time(probability, one)));
    }
    return contrasts;
  }

  private Report.Contrast contrast(Metric metric, Evidence evidence) {
    return new Report.Contrast(
        metric.word(),
        metric.kind(),
        mean(stratum.gemini(), metric),
        mean(stratum.claude(), metric),
        evidence.value(),
        evidence.interval(policy.alpha()),
        OneLook.of(stratum, metric));
  }

  private static double mean(Side side, Metric metric) {
    return mean(side.values(metric));
  }

  private static double mean(Side side, Series costs) {
    return side.isNearlyWhole(costs) ? mean(costs) : Double.NaN;
  }

  private static double mean(Series numbers) {
    Sample known = Evidences.sample(numbers);
    return known.size() == 0 ? Double.NaN : known.mean();
  }

  private Report.Contrast time(double probability, Evidence evidence) {
    return new Report.Contrast(
        "p" + Math.round(100 * probability),
        Metric.Kind.RATIO,
        quantile(stratum.gemini(), probability),
        quantile(stratum.claude(), probability),
        evidence.value(),
        evidence.interval(policy.alpha()),
        "");
  }

  private static double quantile(Side side, double probability) {
    return side.times().quantile(probability);
  }

  private Report.Flips flips() {
    int size = Verdict.SAID.size();
    long[][] table = new long[size][size];
    var flipped = new ArrayList<Report.Flip>();
    long flips = 0;
    for (int i = 0; i < stratum.gemini().size(); i++) {
      Call gemini = stratum.gemini().calls().get(i);
      Call claude = stratum.claude().calls().get(i);
      int row = Verdict.SAID.indexOf(gemini.verdict());
      int column = Verdict.SAID.indexOf(claude.verdict());
      if (row >= 0 && column >= 0 && !gemini.isJoined() && !claude.isJoined()) {
        table[row][column]++;
        if (row != column && ++flips <= SHOWN_FLIPS) {
          flipped.add(flip(gemini, claude, stratum.gemini().truth(i)));
        }
      }
    }
    return new Report.Flips(
        new Agreement(Arrays.stream(table).map(r -> Arrays.stream(r).boxed().toList()).toList()),
        Pairs.of(
            stratum.gemini().values(Metric.WRONG_VERDICT),
            stratum.claude().values(Metric.WRONG_VERDICT)),
        flipped,
        flips);
  }

  private static Report.Flip flip(Call gemini, Call claude, Verdict truth) {
    long item = gemini.item() == 0 ? claude.item() : gemini.item();
    return new Report.Flip(
        String.format("%016x", item),
        gemini.verdict().word(),
        claude.verdict().word(),
        truth.word());
  }

  private List<Report.PriceView> prices() {
    var views = new ArrayList<Report.PriceView>();
    views.add(
        view(
            "as logged",
            stratum.gemini().values(Metric.COST),
            stratum.claude().values(Metric.COST)));
    var days = new ArrayList<>(List.of(day));
    days.addAll(pricing.changesAfter(stratum, day));
    for (LocalDate one : days) {
      String name = one.equals(day) ? day.toString() : "from " + one;
      views.add(
          view(name, pricing.costs(stratum.gemini(), one), pricing.costs(stratum.claude(), one)));
    }
    return views;
  }

  private Report.PriceView view(String name, Series gemini, Series claude) {
    double first = mean(stratum.gemini(), gemini);
    double second = mean(stratum.claude(), claude);
    Optional<Interval> ratio =
        Double.isNaN(first + second)
            ? Optional.empty()
            : evidences.means(gemini, claude).map(one -> one.interval(policy.alpha()));
    return new Report.PriceView(name, first, second, ratio);
  }

  private Report.Traffic traffic() {
    long from = Math.min(firstStart(stratum.gemini()), firstStart(stratum.claude()));
    long to =
        Math.max(
            start(stratum.gemini(), stratum.gemini().size() - 1),
            start(stratum.claude(), stratum.claude().size() - 1));
    long width = Math.max(1, (to - from) / STRETCHES + 1);
    return new Report.Traffic(
        from, width, counts(stratum.gemini(), from, width), counts(stratum.claude(), from, width));
  }

  // Those whose start is not said come first, at 0.
  private static long firstStart(Side side) {
    return side.calls().stream()
        .mapToLong(Call::startMillis)
        .filter(at -> at > 0)
        .findFirst()
        .orElse(0);
  }

  private static long start(Side side, int index) {
    return side.calls().get(index).startMillis();
  }

  private static List<Integer> counts(Side side, long from, long width) {
    int[] counts = new int[STRETCHES];
    side.calls()
        .forEach(
            call -> counts[Math.clamp((call.startMillis() - from) / width, 0, STRETCHES - 1)]++);
    return Arrays.stream(counts).boxed().toList();
  }

  private List<Report.Sequence> sequences() {
    return Stream.of(Metric.WRONG_VERDICT, Metric.CRITICAL_ERROR, Metric.ERROR_RATE, Metric.COST)
        .parallel()
        .map(metric -> new Report.Sequence(metric, steps(metric)))
        .filter(sequence -> !sequence.steps().isEmpty())
        .toList();
  }

  private List<Report.Step> steps(Metric metric) {
    var steps = new ArrayList<Report.Step>();
    for (int i = STEPS - 1; i >= 0; i--) {
      Stratum first = stratum.first(Math.pow(STEP, i));
      if (!first.isOneSided()) {
        new Evidences(first, policy)
            .of(metric)
            .ifPresent(one ->
                steps.add(
                    new Report.Step(first.analyses(), one.value(), one.interval(policy.alpha()))));
      }
    }
    return steps;
  }
}
