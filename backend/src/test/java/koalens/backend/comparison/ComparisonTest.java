package koalens.backend.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Fault;
import koalens.backend.comparison.log.Hash;
import koalens.backend.comparison.log.LogReader;
import koalens.backend.comparison.log.LogSource;
import koalens.backend.comparison.log.Verdict;
import koalens.backend.comparison.report.HtmlReport;
import koalens.backend.comparison.report.JsonReport;
import koalens.backend.experiment.statistics.Proportion;
import koalens.backend.provider.price.PriceBook;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final LogLines.Truth GOOD = new LogLines.Truth(500, 0.003, 0.03, 100);
  private static final LogLines.Truth WRONG = new LogLines.Truth(500, 0.003, 0.15, 100);
  private static final LogLines.Truth CHEAP = new LogLines.Truth(500, 0.003, 0.03, 40);

  @TempDir private Path folder = Path.of(".");

  private static Report compare(List<String> lines) {
    return compare(lines, Labels.NONE, Policy.STANDARD);
  }

  private static Report compare(List<String> lines, Labels labels, Policy policy) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    var reader = new LogReader(read -> {});
    return new Comparison(policy, labels, PriceBook.standard())
        .report(reader.read(List.of(new LogSource("log", () -> new ByteArrayInputStream(bytes)))));
  }

  private static Decision decision(List<String> lines) {
    return compare(lines).decision();
  }

  @Test
  void promotesTheOneThatIsRightMoreOften() {
    assertThat(decision(LogLines.pairs(1, GOOD, WRONG).lines(5_000)).headline())
        .isEqualTo("PROMOTE gemini");
    assertThat(decision(LogLines.pairs(2, WRONG, GOOD).lines(5_000)).headline())
        .isEqualTo("PROMOTE claude");
    assertThat(decision(LogLines.split(3, GOOD, WRONG).lines(8_000)).headline())
        .isEqualTo("PROMOTE gemini");
  }

  @Test
  void namesTheCheaperOfEquals() {
    assertThat(decision(LogLines.pairs(4, GOOD, CHEAP).lines(9_000)).headline())
        .isEqualTo("EQUIVALENT: cheaper is claude");
    assertThat(decision(LogLines.pairs(5, GOOD, GOOD).lines(9_000)).headline())
        .isEqualTo("EQUIVALENT: neither is shown to be cheaper");
  }

  @Test
  void saysAboutHowManyMoreItNeeds() {
    Decision decision = decision(LogLines.pairs(6, GOOD, GOOD).lines(400));
    assertThat(decision).isInstanceOf(Decision.KeepCollecting.class);
    assertThat(decision.headline()).matches("KEEP COLLECTING \\(about [0-9 ]+ more\\)");
  }

  @Test
  void neverDecidesWhenEachIsWorseAtSomething() {
    var slow = new LogLines.Truth(2_000, 0.003, 0.03, 100);
    assertThat(decision(LogLines.pairs(7, slow, WRONG).lines(4_000)))
        .isInstanceOf(Decision.TradeOff.class);
  }

  @Test
  void failuresCountAsInfinitelySlow() {
    var failing = new LogLines.Truth(100, 0.08, 0.03, 100);
    Report report = compare(LogLines.split(8, failing, GOOD).lines(4_000));
    Report.Quantile p95 =
        report.strata().getFirst().gemini().times().stream()
            .filter(q -> q.probability() == 0.95)
            .findFirst()
            .orElseThrow();
    assertThat(p95.value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(JsonReport.of(report)).contains("\"value\":null");
  }

  @Test
  void aModelThatChangesOnTheWayMakesItInvalid() {
    LogLines log = LogLines.split(9, GOOD, GOOD);
    var lines = new ArrayList<>(log.lines(0, 500));
    lines.addAll(log.drifting("gemini-3.9-flash").lines(500, 1_000));
    assertInvalid(lines, "gemini-3.8-flash and gemini-3.9-flash");
  }

  @Test
  void aChangedPromptSchemaOrExperimentMakesItInvalid() {
    List<String> lines = LogLines.split(10, GOOD, GOOD).lines(600);
    assertInvalid(changed(lines, "\"prompt_hash\":\"p\"", "\"prompt_hash\":\"q\""), "prompt");
    assertInvalid(changed(lines, "\"schema_hash\":\"s\"", "\"schema_hash\":\"t\""), "schema");
    assertInvalid(changed(lines, "gemini:50,claude:50", "gemini:90,claude:10"), "version");
  }

  private static List<String> changed(List<String> lines, String from, String to) {
    var changed = new ArrayList<>(lines);
    for (int i = lines.size() / 2; i < lines.size(); i++) {
      changed.set(i, lines.get(i).replace(from, to));
    }
    return changed;
  }

  @Test
  void lostUnitsOfOneProviderMakeItInvalid() {
    List<String> lines = LogLines.split(11, GOOD, GOOD).lines(4_000);
    List<String> some =
        lines.stream()
            .filter(line -> !line.contains("\"provider\":\"claude\"") || line.hashCode() % 5 != 0)
            .filter(line ->
                !line.contains("\"provider\":\"claude\"")
                    || Integer.parseInt(line.replaceAll(".*\"analysis_id\":\"a([0-9]+)\".*", "$1"))
                            % 4
                        != 0)
            .toList();
    assertInvalid(some, "sample ratio");
  }

  @Test
  void keptAnswersInAnArmMakeItInvalid() {
    List<String> lines = LogLines.split(12, GOOD, GOOD).lines(1_000);
    List<String> cached =
        lines.stream()
            .map(line ->
                line.contains("\"provider\":\"claude\"")
                    ? line.replace("\"modality\"", "\"cache_hit\":true,\"modality\"")
                    : line)
            .toList();
    assertInvalid(cached, "kept answers");
  }

  @Test
  void providersAskedAtDifferentTimesOfDayMakeItInvalid() {
    List<String> lines = LogLines.split(13, GOOD, GOOD).lines(4_000);
    List<String> apart =
        lines.stream()
            .map(line ->
                line.contains("\"provider\":\"claude\"")
                    ? line.replaceAll("T(0[0-9]|1[01]):", "T1$1:")
                        .replaceAll("T10([0-9]):", "T1$1:")
                        .replaceAll("T11([01]):", "T2$1:")
                    : line)
            .toList();
    assertInvalid(apart, "time of day");
  }

  @Test
  void missingHalvesOfPairsMakeItInvalid() {
    List<String> lines = LogLines.pairs(14, GOOD, GOOD).lines(1_000);
    List<String> some =
        lines.stream()
            .filter(line ->
                !line.contains("\"shadow\"")
                    || Integer.parseInt(line.replaceAll(".*\"analysis_id\":\"a([0-9]+)\".*", "$1"))
                            % 6
                        != 0)
            .toList();
    assertInvalid(some, "pairs");
  }

  @Test
  void decidesNothingWithoutChance() {
    assertInvalid(
        LogLines.split(15, GOOD, GOOD).lines(500).stream()
            .map(line -> line.replace("\"assignment\":\"random\"", "\"assignment\":\"none\""))
            .toList(),
        "nothing was assigned by chance");
    assertInvalid(
        LogLines.split(16, GOOD, GOOD).lines(500).stream()
            .filter(line -> line.contains("\"provider\":\"gemini\""))
            .toList(),
        "only gemini is in the log");
    assertInvalid(List.of("hello"), "no line 'AI Request'");
    assertInvalid(List.of(), "no line 'AI Request'");
  }

  @Test
  void promotesNobodyOverAProviderWhoseLinesAreMissing() {
    assertInvalid(
        LogLines.split(21, GOOD, GOOD).lines(1_000).stream()
            .filter(line -> line.contains("AI Response"))
            .map(line -> line.replace("\"provider\":\"claude\"", "\"provider\":\"gemini\""))
            .toList(),
        "no line is of claude itself");
  }

  private static void assertInvalid(List<String> lines, String because) {
    Decision decision = decision(lines);
    assertThat(decision).isInstanceOf(Decision.Invalid.class);
    assertThat(String.join("; ", decision.reasons())).contains(because);
  }

  @Test
  void forcedCallsAreCountedAndComparedWithNothing() {
    List<String> lines = LogLines.split(17, GOOD, GOOD).lines(1_000);
    var more = new ArrayList<>(lines);
    LogLines.split(18, WRONG, WRONG).lines(2_000, 2_500).stream()
        .map(line -> line.replace("\"assignment\":\"random\"", "\"assignment\":\"forced\""))
        .forEach(more::add);
    Report report = compare(more);
    assertThat(report.strata().equals(compare(lines).strata())).isTrue();
    assertThat(report.roles().toString()).contains("FORCED");
  }

  @Test
  void anAnswerByAnotherProviderCountsAsAFailureOfTheAssigned() {
    List<String> lines =
        LogLines.split(19, GOOD, GOOD).lines(1_000).stream()
            .filter(line -> line.contains("AI Response"))
            .map(line -> line.replace("\"provider\":\"gemini\"", "\"provider\":\"claude\""))
            .map(line -> line.replace("gemini-3.8-flash", "claude-haiku-5-5"))
            .toList();
    Report report = compare(lines);
    Report.Figures figures = report.strata().getFirst();
    assertThat(figures.gemini().failures().share()).isEqualTo(1);
    assertThat(figures.claude().failures().share()).isLessThan(0.02);
    assertThat(figures.gemini().meanCost()).isZero();
    assertThat(figures.served())
        .singleElement()
        .satisfies(row -> assertThat(row.ofGemini() + row.ofClaude()).isEqualTo(1_000));
    assertThat(report.checks())
        .filteredOn(check -> check.name().equals("model version"))
        .singleElement()
        .satisfies(check -> assertThat(check.detail()).contains("gemini not said"));
  }

  @Test
  void theOrderOfLinesChangesNothingThoughProvidersStandInForEachOther() {
    var lines = new ArrayList<String>();
    for (String line : LogLines.pairs(25, GOOD, GOOD).lines(600)) {
      lines.add(line);
      boolean isAsked = line.contains("AI Request") && line.contains("\"random\"");
      if (isAsked && line.contains("\"provider\":\"claude\"") && line.hashCode() % 3 == 0) {
        lines.add(
            line.replace("\"provider\":\"claude\"", "\"provider\":\"gemini\"")
                .replace("\"random\"", "\"fallback\"")
                .replace("claude-haiku-5-5", "gemini-3.8-flash"));
      }
    }
    String expected = JsonReport.of(compare(lines));
    assertThat(expected).contains("\"fallback\":{\"gemini\":");
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(lines, new Random(seed));
      assertThat(JsonReport.of(compare(lines))).isEqualTo(expected);
    }
  }

  @Test
  void labelsGoBeforeTheEngine() throws java.io.IOException {
    List<String> lines = LogLines.pairs(20, GOOD, GOOD).lines(300);
    var labels = new ArrayList<String>();
    labels.add("id\tverdict");
    for (int i = 0; i < 100; i++) {
      labels.add("%016x\tmaybe-vegan".formatted(i + 100));
    }
    Path file = Files.write(folder.resolve("labels.tsv"), labels);
    Report report = compare(lines, Labels.read(file), Policy.STANDARD);
    assertThat(report.strata().getFirst().gemini().wrong().of()).isEqualTo(300);
    assertThat(report.strata().getFirst().gemini().wrong().hits()).isBetween(90L, 125L);
    assertThat(report.checks().toString()).contains("100 of 100 are of an item or analysis");
    Files.writeString(file, "id\tverdict\nx\tyes\n");
    Assertions.assertThatThrownBy(() -> Labels.read(file))
        .hasMessageContaining("labels.tsv line 2")
        .hasMessageContaining("vegan, non-vegan");
  }

  @Test
  void labelsThatAreOfNothingInTheLogMakeItInvalid() {
    List<String> lines = LogLines.pairs(31, GOOD, GOOD).lines(300);
    var labels = new Labels(Map.of(Hash.of("x1"), Verdict.VEGAN));
    Decision decision = compare(lines, labels, Policy.STANDARD).decision();
    assertThat(decision).isInstanceOf(Decision.Invalid.class);
    assertThat(decision.reasons().toString()).contains("0 of 1 are").contains("item_hash");
  }

  @Test
  void labelsNameTheLineThatIsWrong() throws java.io.IOException {
    Path file = folder.resolve("labels.tsv");
    Files.writeString(file, "# mine\nitem_hash\tverdict\na1\tvegan\na1\tvegan\n");
    assertThat(Labels.read(file).byHash()).hasSize(1);
    Files.writeString(file, "a1\tvegn\na2\tvegan\n");
    Assertions.assertThatThrownBy(() -> Labels.read(file)).hasMessageContaining("tsv line 1:");
    Files.writeString(file, "a1\tvegan\na1\tnon-vegan\n");
    Assertions.assertThatThrownBy(() -> Labels.read(file))
        .hasMessageContaining("tsv line 2: a1 was vegan");
  }

  @Test
  void modalitiesOfOneProviderEachCompareNothing() {
    List<String> lines =
        LogLines.split(32, GOOD, GOOD).lines(12).stream()
            .map(line ->
                line.contains("\"provider\":\"claude\"")
                    ? line.replace("\"modality\":\"text\"", "\"modality\":\"image\"")
                    : line)
            .toList();
    assertInvalid(lines, "no modality was sent to both");
  }

  @Test
  void pairsShowWhereTheyFlip() {
    Report report = compare(LogLines.pairs(21, GOOD, WRONG).lines(1_000));
    Report.Flips flips = report.strata().getFirst().agreement().orElseThrow();
    assertThat(flips.flips()).isBetween(100L, 260L);
    assertThat(flips.flipped().getFirst().item()).matches("[0-9a-f]{16}");
    assertThat(flips.table().raw()).isCloseTo(1 - flips.flips() / 994.0, within(0.02));
  }

  @Test
  void costsAreShownAtAnnouncedPricesToo() {
    Report report = compare(LogLines.split(22, GOOD, GOOD).lines(1_000));
    assertThat(report.strata().getFirst().prices())
        .extracting(Report.PriceView::name)
        .contains("as logged", "from 2027-01-01");
    Report.PriceView later = report.strata().getFirst().prices().getLast();
    assertThat(later.gemini()).isCloseTo(300 * 1.5 + 50 * 7.5, within(1e-6));
    assertThat(later.claude()).isCloseTo(300 * 0.1 + 50 * 0.5, within(1e-6));
  }

  @Test
  void aFailureWithoutAnAnswerCostsNothingAndHidesNoPrice() {
    var failing = new LogLines.Truth(500, 0.02, 0.03, 100);
    List<String> lines =
        LogLines.split(26, failing, GOOD).lines(1_000).stream()
            .filter(line -> line.contains("AI Request"))
            .map(line ->
                line.contains("timeout")
                    ? line.replaceAll("\"gen_ai.response.model\":\"[^\"]+\",", "")
                        .replaceAll(",\"(input|output)_tokens\":[0-9]+", "")
                        .replaceAll(",\"cost_usd_micros\":[0-9]+", "")
                    : line)
            .toList();
    Report.Figures figures = compare(lines).strata().getFirst();
    double answered = 1 - figures.gemini().failures().share();
    assertThat(answered).isBetween(0.9, 0.995);
    assertThat(figures.gemini().meanCost()).isCloseTo(100 * answered, within(1e-9));
    Report.PriceView later = figures.prices().getLast();
    assertThat(later.gemini()).isCloseTo((300 * 1.5 + 50 * 7.5) * answered, within(1e-6));
    assertThat(later.ratio()).isPresent();
  }

  @Test
  void costsThatAreMissingOrCannotBeAreNotTakenForNothing() {
    List<String> lines = LogLines.pairs(27, GOOD, GOOD).lines(9_000);
    Report half = compare(changedCost(lines, 2, ""));
    Report few = compare(changedCost(lines, 200, ",\"cost_usd_micros\":-1"));
    assertThat(List.of(half, few))
        .extracting(report -> report.decision().headline())
        .containsOnly("EQUIVALENT: neither is shown to be cheaper");
    assertThat(half.strata().getFirst().gemini().meanCost()).isNaN();
    assertThat(few.strata().getFirst().gemini().meanCost()).isEqualTo(100);
  }

  // Of gemini's calls one in so many says another cost.
  private static List<String> changedCost(List<String> lines, int oneIn, String instead) {
    return lines.stream()
        .map(line ->
            line.contains("\"provider\":\"gemini\"") && number(line) % oneIn == 0
                ? line.replace(",\"cost_usd_micros\":100", instead)
                : line)
        .toList();
  }

  private static int number(String line) {
    return Integer.parseInt(line.replaceAll(".*\"analysis_id\":\"a([0-9]+)\".*", "$1"));
  }

  @Test
  void aTimeThatCannotBeIsNotSaidAndCounted() {
    List<String> lines = new ArrayList<>(LogLines.split(28, GOOD, GOOD).lines(500));
    lines.set(4, lines.get(4).replace("2026-11-20T", "9999-01-10T"));
    Report report = compare(lines);
    assertThat(report.day()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(report.intake().count(Fault.Kind.ABSURD)).isEqualTo(1);
    assertThat(report.strata().getFirst().traffic().from()).isGreaterThan(1_700_000_000_000L);
  }

  @Test
  void oneLabelAskedManyTimesIsOneLabel() {
    var sure = new LogLines.Truth(500, 0, 0, 100);
    List<String> lines =
        LogLines.pairs(29, sure, sure).lines(6_000).stream().map(ComparisonTest::ofFew).toList();
    Report report = compare(lines);
    Report.Figures figures = report.strata().getFirst();
    assertThat(figures.claude().wrong().hits()).isBetween(250L, 350L);
    assertThat(figures.gemini().wrong().hits()).isZero();
    assertThat(figures.claude().items()).isEqualTo(20);
    assertThat(figures.claude().flips()).isEqualTo(new Proportion(0, 5_980));
    assertThat(report.decision()).isInstanceOf(Decision.KeepCollecting.class);
    assertThat(HtmlReport.of(report)).doesNotContain("NaN");
  }

  // All of 20 labels are vegan; of one of them claude never knows.
  private static String ofFew(String line) {
    int label = number(line) * 7_919 % 20;
    boolean isWrong = label == 3 && line.contains("\"provider\":\"claude\"");
    return line.replaceAll("\"item_hash\":\"[0-9a-f]+\"", "\"item_hash\":\"label-" + label + "\"")
        .replaceAll("verdict\":\"[a-z-]+\"", "verdict\":\"vegan\"")
        .replaceAll(
            "\"(provider_)?verdict\":\"vegan\"",
            isWrong ? "\"$1verdict\":\"maybe-vegan\"" : "\"$1verdict\":\"vegan\"");
  }

  @Test
  void aProviderThatChangesItsMindIsShown() {
    List<String> lines =
        LogLines.pairs(30, GOOD, GOOD).lines(400).stream()
            .map(line ->
                line.replaceAll(
                    "\"item_hash\":\"[0-9a-f]+\"",
                    "\"item_hash\":\"label-" + number(line) % 200 + "\""))
            .toList();
    Proportion flips = compare(lines).strata().getFirst().gemini().flips();
    assertThat(flips.of()).isBetween(180L, 200L);
    assertThat(flips.share()).isBetween(0.35, 0.65);
  }

  @Test
  void theSameLogGivesTheSameBytesWhichNeedNothingElse() {
    List<String> lines = LogLines.pairs(23, GOOD, CHEAP).lines(800);
    String page = HtmlReport.of(compare(lines));
    assertThat(page).isEqualTo(HtmlReport.of(compare(lines)));
    assertThat(page)
        .contains("<svg")
        .contains("prefers-color-scheme: dark")
        .contains("@media print");
    assertThat(page).doesNotContain("http://").doesNotContain("https://").doesNotContain("<script");
    assertThat(page).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void aPolicyFileNamesItsFaults() throws java.io.IOException {
    Path file = folder.resolve("policy.properties");
    Files.writeString(file, "margin.p95 = 0.5\ngates = p95, cost\nprimary = cost\nalpha = 0.01\n");
    Policy policy = PolicyFile.read(file);
    assertThat(policy.gates()).containsExactly(Metric.P95, Metric.COST);
    assertThat(policy.margin(Metric.P95)).isEqualTo(0.5);
    Files.writeString(file, "margin.speed = 0.5\n");
    Assertions.assertThatThrownBy(() -> PolicyFile.read(file))
        .hasMessageContaining("policy.properties: no key margin.speed");
  }

  @Test
  void withoutTruthItAsksForLabels() {
    List<String> lines =
        LogLines.split(24, GOOD, GOOD).lines(2_000).stream()
            .map(line -> line.replaceAll(",\"engine_verdict\":\"[a-z-]+\"", ""))
            .toList();
    Decision decision = decision(lines);
    assertThat(decision).isInstanceOf(Decision.KeepCollecting.class);
    assertThat(String.join("; ", decision.reasons())).contains("--labels");
    assertThat(Arm.GEMINI.other()).isEqualTo(Arm.CLAUDE);
  }
}
