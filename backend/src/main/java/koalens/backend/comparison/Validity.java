package koalens.backend.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Calls;
import koalens.backend.comparison.log.Fault;
import koalens.backend.comparison.log.Intake;
import koalens.backend.comparison.log.Log;
import koalens.backend.comparison.log.Marks;
import koalens.backend.experiment.statistics.ChiSquaredTest;
import koalens.backend.experiment.statistics.Clusters;
import koalens.backend.experiment.statistics.ContingencyTable;
import koalens.backend.experiment.statistics.SampleRatio;

/// Looks for what would make the numbers of an experiment mean nothing.
final class Validity {
  private static final double ALARM = 0.001;
  private static final double PRIOR = 100;
  private static final double STRONG = 0.1;
  private static final double MOST_CACHED = 0.01;
  private static final double MOST_MISSING = 0.05;
  private static final double MANY_FAULTS = 0.01;
  private static final long HOUR = 3_600_000;
  private static final int HOURS = 24;
  private static final long LONG_SILENCE = 6 * HOUR;

  private final Log log;
  private final Census census;
  private final Calls assigned;
  private final Calls shadows;
  private final List<Stratum> strata;
  private final double toGemini;
  private final Labels labels;

  Validity(Log log, Census census, List<Stratum> strata, Labels labels, double toGemini) {
    this.labels = labels;
    this.log = log;
    this.census = census;
    this.strata = strata;
    this.toGemini = toGemini;
    this.assigned = census.assigned();
    this.shadows = census.shadows();
  }

  List<Check> checks() {
    var checks = new ArrayList<Check>();
    checks.add(randomised());
    if (checks.getFirst().state() == Check.State.BROKEN) {
      return checks;
    }
    checks.add(bothHeard());
    checks.add(sampleRatio());
    checks.add(oneOnly("experiment version", Marks::version));
    checks.add(oneEach("model version", Marks::model));
    checks.add(oneEach("prompt", Marks::prompt));
    checks.add(oneEach("answer schema", Marks::schema));
    checks.add(cache());
    checks.add(balance("time of day", "times of day", byHour()));
    checks.add(balance("modality", "modalities", byModality()));
    if (!labels.byHash().isEmpty()) {
      checks.add(labelled());
    }
    checks.add(costs());
    checks.add(clock());
    checks.add(halves());
    checks.add(intake());
    return checks;
  }

  private Check randomised() {
    Set<Arm> arms = new HashSet<>();
    strata.forEach(s ->
        Stream.of(s.gemini(), s.claude())
            .filter(side -> side.size() > 0)
            .forEach(side -> arms.add(side.arm())));
    if (arms.size() == 2 && strata.stream().allMatch(Stratum::isOneSided)) {
      return Check.broken(
          "assignment",
          "no modality was sent to both providers: nothing can be compared with anything");
    }
    if (arms.size() == 2) {
      return Check.sound(
          "assignment",
          "%,d analyses assigned by chance, %,d shadow calls"
              .formatted(assigned.size(), shadows.size()));
    }
    Set<Arm> all = new TreeSet<>();
    log.calls().forEach(call -> all.add(call.arm()));
    return Check.broken("assignment", noComparison(arms, all));
  }

  private String noComparison(Set<Arm> arms, Set<Arm> all) {
    if (log.calls().isEmpty()) {
      return "no line 'AI Request' or 'AI Response' of gemini or claude: give the server's log";
    }
    if (all.size() == 1) {
      return "only %s is in the log: add the other provider's lines"
          .formatted(all.iterator().next().word());
    }
    return arms.isEmpty()
        ? "nothing was assigned by chance (assignment sticky or random) and nothing sent to both: "
            + "other traffic differs in more than the provider"
        : "by chance only %s was assigned: the weights leave nothing to compare"
            .formatted(arms.iterator().next().word());
  }

  // A log of one provider's lines still names the other where the first stood in for it; there the
  // other seems to fail always.
  private Check bothHeard() {
    return Stream.of(Arm.values())
        .filter(arm -> !census.isHeardOf(arm))
        .findFirst()
        .map(arm ->
            Check.broken(
                "both providers",
                "%1$s was assigned, but no line is of %1$s itself: add its lines, or it never ran"
                    .formatted(arm.word())))
        .orElseGet(() -> Check.sound("both providers", "each has lines of its own"));
  }

  private Check sampleRatio() {
    if (strata.stream().allMatch(Stratum::paired)) {
      return Check.sound("sample ratio", "compared by pairs");
    }
    long gemini = units(Arm.GEMINI);
    long claude = units(Arm.CLAUDE);
    var ratio = new SampleRatio(List.of(gemini, claude), List.of(toGemini, 1 - toGemini));
    ChiSquaredTest test = ratio.chiSquared();
    String seen =
        String.format(
            Locale.ROOT,
            "%d to gemini, %d to claude, meant %.0f to %.0f: chi-squared %.2f, p %.2g; at any look"
                + " p %.2g",
            gemini,
            claude,
            100 * toGemini,
            100 * (1 - toGemini),
            test.statistic(),
            test.p(),
            ratio.anytimeP(PRIOR));
    return ratio.anytimeP(PRIOR) < ALARM
        ? Check.broken("sample ratio", seen + ": something loses or adds units of one provider")
        : Check.sound("sample ratio", seen);
  }

  private long units(Arm arm) {
    if (strata.size() == 1) {
      return strata.getFirst().side(arm).users().count();
    }
    Calls ofArm = assigned.where(call -> call.arm() == arm);
    return Clusters.of(ofArm.stream().mapToLong(Call::unit).toArray()).count();
  }

  private Check oneOnly(String name, Function<Marks, String> word) {
    Set<String> words = words(census.assignedMarks(), word);
    return words.size() > 1
        ? Check.broken(name, "%s: compare one at a time, by its own log".formatted(words))
        : Check.sound(name, words.isEmpty() ? "not said" : words.iterator().next());
  }

  private static Set<String> words(Set<Marks> marks, Function<Marks, String> word) {
    Set<String> words = marks.stream().map(word).collect(Collectors.toCollection(TreeSet::new));
    words.remove("");
    return words;
  }

  private Check oneEach(String name, Function<Marks, String> word) {
    var seen = new ArrayList<String>();
    boolean changed = false;
    for (Map.Entry<Arm, Set<Marks>> one : census.comparedMarks().entrySet()) {
      Set<String> words = words(one.getValue(), word);
      changed |= words.size() > 1;
      seen.add(
          one.getKey().word() + " " + (words.isEmpty() ? "not said" : String.join(" and ", words)));
    }
    String detail = String.join(", ", seen);
    return changed
        ? Check.broken(name, detail + ": it changed on the way, so two things were compared as one")
        : Check.sound(name, detail);
  }

  private Check cache() {
    double most = 0;
    var seen = new ArrayList<String>();
    for (Arm arm : Arm.values()) {
      double share = (double) census.cached(arm) / Math.max(1, census.assigned(arm));
      most = Math.max(most, share);
      seen.add(String.format(Locale.ROOT, "%s %.1f %%", arm.word(), 100 * share));
    }
    String detail = "answered from kept answers: " + String.join(", ", seen);
    if (most > MOST_CACHED) {
      return Check.broken("cache", detail + ": keep answers out of experiments");
    }
    return most > 0 ? Check.notable("cache", detail) : Check.sound("cache", detail);
  }

  private Stream<Stratum> split() {
    return strata.stream().filter(stratum -> !stratum.paired());
  }

  private List<List<Long>> byModality() {
    return split()
        .map(stratum -> List.of((long) stratum.gemini().size(), (long) stratum.claude().size()))
        .toList();
  }

  private List<List<Long>> byHour() {
    long[][] hours = new long[HOURS][2];
    split()
        .forEach(stratum -> {
          stratum.gemini().calls().forEach(call -> hours[hour(call)][0]++);
          stratum.claude().calls().forEach(call -> hours[hour(call)][1]++);
        });
    return Stream.of(hours)
        .filter(counts -> counts[0] + counts[1] > 0)
        .map(counts -> List.of(counts[0], counts[1]))
        .toList();
  }

  private static int hour(Call call) {
    return Math.floorMod(call.startMillis() / HOUR, HOURS);
  }

  private static Check balance(String name, String many, List<List<Long>> table) {
    var counts = new ContingencyTable(table);
    ChiSquaredTest test = counts.independence();
    String detail =
        String.format(Locale.ROOT, "strength %.3f, p %.2g", counts.cramersV(), test.p());
    return test.p() < ALARM && counts.cramersV() > STRONG
        ? Check.broken(name, "the providers were asked at different %s: %s".formatted(many, detail))
        : Check.sound(name, detail);
  }

  private Check labelled() {
    long matching = labels.matching(log.calls());
    String detail =
        "%d of %d are of an item or analysis in the log"
            .formatted(matching, labels.byHash().size());
    return matching == 0
        ? Check.broken("labels", detail + ": give their item_hash or analysis_id")
        : Check.sound("labels", detail);
  }

  private Check costs() {
    var missing = new ArrayList<String>();
    boolean isPriced = true;
    for (Stratum stratum : strata) {
      for (Side side : List.of(stratum.gemini(), stratum.claude())) {
        long without = side.missing(side.values(Metric.COST));
        isPriced &= side.isPriced();
        if (without > 0) {
          missing.add(
              "%s: of %d of %d calls of %s"
                  .formatted(stratum.modality(), without, side.size(), side.arm().word()));
        }
      }
    }
    String detail =
        missing.isEmpty() ? "known of all calls" : "not known " + String.join(", ", missing);
    return isPriced
        ? Check.sound("cost", detail)
        : Check.notable("cost", detail + ": too many to say anything of cost");
  }

  private Check clock() {
    String detail =
        String.format(
            Locale.ROOT, "longest silence %.1f h", census.longestSilence() / (double) HOUR);
    long back = log.intake().count(Fault.Kind.CLOCK_BACK);
    if (back > 0) {
      return Check.notable(
          "clock",
          "it went backwards during %d calls: times of day are in doubt, durations are not"
              .formatted(back));
    }
    return census.longestSilence() > LONG_SILENCE
        ? Check.notable("clock", detail + ", from " + Instant.ofEpochMilli(census.silentFrom()))
        : Check.sound("clock", detail);
  }

  private Check halves() {
    if (shadows.isEmpty()) {
      return Check.sound("pairs", "none");
    }
    Set<Long> ids = new HashSet<>();
    assigned.forEach(call -> ids.add(call.analysis()));
    long alone = shadows.stream().filter(call -> !ids.contains(call.analysis())).count();
    boolean all = strata.stream().allMatch(Stratum::paired);
    long pairs = strata.stream().filter(Stratum::paired).mapToLong(Stratum::analyses).sum();
    long without = all ? assigned.size() - pairs : 0;
    double share = (double) (alone + without) / (alone + without + Math.max(1, pairs));
    String detail =
        "%d pairs, %d shadow calls without their analysis, %d analyses without their shadow call"
            .formatted(pairs, alone, without);
    return share > MOST_MISSING
        ? Check.broken("pairs", detail + ": what is missing may be what went wrong")
        : Check.sound("pairs", detail);
  }

  private Check intake() {
    Intake intake = log.intake();
    long unusable =
        intake.count(Fault.Kind.TRUNCATED)
            + intake.count(Fault.Kind.TOO_LONG)
            + intake.count(Fault.Kind.ABSURD);
    long used = intake.requests() + intake.responses();
    String detail =
        "%d lines used, %d cut off or impossible, %d doubled"
            .formatted(used, unusable, intake.count(Fault.Kind.DUPLICATE));
    return unusable > MANY_FAULTS * used
        ? Check.notable("log", detail + ": what is missing may be what went wrong")
        : Check.sound("log", detail);
  }
}
