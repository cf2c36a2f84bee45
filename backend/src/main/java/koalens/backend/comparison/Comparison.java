package koalens.backend.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koalens.backend.comparison.log.Log;
import koalens.backend.comparison.log.Marks;
import koalens.backend.provider.price.PriceBook;

/// Compares two providers from their log lines. The same log, labels and policy give the same
/// report. Immutable and thread-safe.
public final class Comparison {
  private static final Pattern WEIGHTS =
      Pattern.compile("gemini:(\\d+),claude:(\\d+)|claude:(\\d+),gemini:(\\d+)");

  private final Policy policy;
  private final Labels labels;
  private final PriceBook prices;

  /// @param policy by what rules to decide
  /// @param labels what is true
  /// @param prices what models cost
  public Comparison(Policy policy, Labels labels, PriceBook prices) {
    this.policy = policy;
    this.labels = labels;
    this.prices = prices;
  }

  /// Compares, and decides where a decision is justified.
  public Report report(Log log) {
    Judged judged = judge(log);
    long last = judged.census().lastMillis();
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(last), ZoneOffset.UTC);
    var pricing = new Pricing(prices);
    List<Report.Figures> figures =
        IntStream.range(0, judged.strata().size())
            .mapToObj(i ->
                new FiguresMaking(judged.strata().get(i), policy, pricing, day)
                    .make(judged.known().get(i).evidence()))
            .toList();
    return new Report(
        judged.decision(),
        judged.checks(),
        judged.gates(),
        figures,
        judged.census().roles(),
        log.intake(),
        policy,
        day,
        pricing.version());
  }

  /// What a report would decide, without its figures: for whoever looks very often.
  public Decision decide(Log log) {
    return judge(log).decision();
  }

  private record Judged(
      Census census,
      List<Stratum> strata,
      List<Deciding.Known> known,
      List<Check> checks,
      Decision decision,
      List<Gate> gates) {}

  private Judged judge(Log log) {
    var census = new Census(log.calls());
    double toGemini = toGemini(census);
    List<Stratum> all = new Strata(labels, toGemini).of(census);
    // Either asks every call: on two processors at once.
    ForkJoinTask<List<Check>> checking =
        ForkJoinPool.commonPool()
            .submit(() -> new Validity(log, census, all, labels, toGemini).checks());
    List<Stratum> strata = all.stream().filter(stratum -> !stratum.isOneSided()).toList();
    List<Deciding.Known> known = strata.stream().map(this::known).toList();
    List<Check> checks = checking.join();
    List<String> broken =
        checks.stream()
            .filter(check -> check.state() == Check.State.BROKEN)
            .map(check -> check.name() + ": " + check.detail())
            .toList();
    if (!broken.isEmpty()) {
      return new Judged(census, strata, known, checks, new Decision.Invalid(broken), List.of());
    }
    var deciding = new Deciding(policy, deciding(strata, known));
    Decision decision = deciding.decide(analyses(strata));
    return new Judged(census, strata, known, checks, decision, deciding.gates());
  }

  private Deciding.Known known(Stratum stratum) {
    var evidences = new Evidences(stratum, policy);
    Map<Metric, Optional<Evidence>> found =
        Stream.of(Metric.values())
            .parallel()
            .collect(Collectors.toMap(metric -> metric, evidences::of));
    var byMetric = new EnumMap<Metric, Evidence>(Metric.class);
    found.forEach((metric, one) -> one.ifPresent(evidence -> byMetric.put(metric, evidence)));
    return new Deciding.Known(stratum.modality(), byMetric);
  }

  // What is rare decides nothing, so that twelve films do not hold up ten thousand labels.
  private List<Deciding.Known> deciding(List<Stratum> strata, List<Deciding.Known> known) {
    long all = analyses(strata);
    return IntStream.range(0, strata.size())
        .filter(i -> strata.get(i).analyses() >= policy.minimumShare() * all)
        .mapToObj(known::get)
        .toList();
  }

  private static long analyses(List<Stratum> strata) {
    return strata.stream().mapToLong(Stratum::analyses).sum();
  }

  private double toGemini(Census census) {
    return census.assignedMarks().stream()
        .map(Marks::version)
        .map(WEIGHTS::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(Comparison::weight)
        .filter(share -> share > 0 && share < 1)
        .orElse(policy.toGemini());
  }

  private static double weight(Matcher weights) {
    boolean geminiFirst = weights.group(1) != null;
    double gemini = Double.parseDouble(weights.group(geminiFirst ? 1 : 4));
    double claude = Double.parseDouble(weights.group(geminiFirst ? 2 : 3));
    return gemini / (gemini + claude);
  }
}
