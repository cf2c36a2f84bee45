package koalens.backend.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import koalens.backend.comparison.log.LogReader;
import koalens.backend.comparison.log.LogSource;
import koalens.backend.comparison.report.HtmlReport;
import koalens.backend.comparison.report.JsonReport;
import koalens.backend.comparison.report.TextReport;
import koalens.backend.provider.price.PriceBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a report says in each of its three forms.
class ReportTest {
  private static final LogLines.Truth GOOD = new LogLines.Truth(500, 0.003, 0.03, 100);
  private static final LogLines.Truth SLOW = new LogLines.Truth(650, 0.003, 0.03, 100);
  private static final LogLines.Truth BROKEN = new LogLines.Truth(500, 0.9, 0.03, 100);

  private static Report report(List<String> lines, Policy policy) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return new Comparison(policy, Labels.NONE, PriceBook.standard())
        .report(
            new LogReader(read -> {})
                .read(List.of(new LogSource("log", () -> new ByteArrayInputStream(bytes)))));
  }

  private static Report report(List<String> lines) {
    return report(lines, Policy.STANDARD);
  }

  private static String text(Report report) {
    var text = new StringWriter();
    new TextReport(new PrintWriter(text)).print(report);
    return text.toString();
  }

  private static JsonNode json(Report report) {
    return new JsonMapper().readTree(JsonReport.of(report));
  }

  private static Report.PairedTimes times(Report report) {
    return report.strata().getFirst().pairedTimes().orElseThrow();
  }

  @Test
  void tellsHowMuchLongerOneTakesForTheSameAnalysis() {
    Report report = report(LogLines.pairs(1, SLOW, GOOD).lines(4_000));
    Report.PairedTimes times = times(report);
    assertThat(times.pairs()).isEqualTo(4_000);
    assertThat(times.interval().low()).isLessThan(1.3);
    assertThat(times.interval().high()).isGreaterThan(1.3);
    assertThat(times.ratio()).isBetween(times.interval().low(), times.interval().high());
    assertThat(times.p()).isLessThan(1e-6);
    assertThat(text(report)).contains("of the same analysis gemini takes ×1.", "Hodges-Lehmann");
    assertThat(HtmlReport.of(report)).contains("<p>Of the same analysis gemini takes ×1.");
    JsonNode paired = json(report).at("/modalities/0/pairedLatency");
    assertThat(paired.path("hodgesLehmannRatio").asDouble()).isEqualTo(times.ratio());
    assertThat(paired.path("wilcoxonP").asDouble()).isEqualTo(times.p());
  }

  @Test
  void ofPairsAFailureTakesLongerThanEverything() {
    Report oneFails = report(LogLines.pairs(2, BROKEN, GOOD).lines(1_000));
    assertThat(times(oneFails).ratio()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(times(report(LogLines.pairs(3, GOOD, BROKEN).lines(1_000))).ratio()).isZero();
    assertThat(json(oneFails).at("/modalities/0/pairedLatency/hodgesLehmannRatio").isNull())
        .isTrue();
    LogLines.Truth never = new LogLines.Truth(500, 1, 0.03, 100);
    assertThat(times(report(LogLines.pairs(4, never, never).lines(100))))
        .extracting(Report.PairedTimes::ratio, Report.PairedTimes::p)
        .containsExactly(1.0, 1.0);
  }

  @Test
  void tellsWhetherVerdictsShiftOneWay() {
    Report report = report(LogLines.pairs(5, GOOD, SLOW).lines(2_000));
    JsonNode shift = json(report).at("/modalities/0/agreement/shift");
    assertThat(shift.path("degreesOfFreedom").asInt()).isBetween(1, 6);
    assertThat(shift.path("bowkerP").asDouble()).isBetween(0.0, 1.0);
    assertThat(text(report)).contains("shift between verdicts at one look: Bowker's");
    assertThat(HtmlReport.of(report)).contains("Bowker");
  }

  @Test
  void testsFewFailuresExactly() {
    Report few = report(LogLines.split(6, GOOD, GOOD).lines(500));
    assertThat(text(few)).containsPattern("error-rate.*Newcombe .* Fisher p [0-9]");
    assertThat(HtmlReport.of(few)).contains("Fisher p");
    assertThat(JsonReport.of(few)).contains("Fisher p");
    var failing = new LogLines.Truth(500, 0.2, 0.03, 100);
    assertThat(text(report(LogLines.split(7, failing, failing).lines(500))))
        .containsPattern("error-rate.*Newcombe")
        .doesNotContainPattern("error-rate.*Fisher");
  }

  @Test
  void sayNothingOfPairsWhereThereAreNone() {
    Report split = report(LogLines.split(8, GOOD, GOOD).lines(500));
    assertThat(split.strata().getFirst().pairedTimes()).isEmpty();
    assertThat(text(split)).doesNotContain("Hodges").doesNotContain("Bowker");
    assertThat(json(split).at("/modalities/0/pairedLatency").isMissingNode()).isTrue();
  }

  /// The standard, and one that differs in everything that could change a decision.
  private static Stream<Policy> policies() {
    return Stream.of(
        Policy.STANDARD,
        new Policy(
            0.01,
            Metric.P95,
            List.of(Metric.ERROR_RATE, Metric.P95),
            Map.of(Metric.P95, 0.5, Metric.ERROR_RATE, 0.03, Metric.COST, 0.1),
            700,
            0.2,
            0.4));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void canBeDecidedAgainByThePolicyItTells(Policy policy) {
    List<String> lines = LogLines.pairs(9, SLOW, GOOD).lines(3_000);
    Report first = report(lines, policy);

    Policy told = policy(json(first).path("policy"));

    assertThat(told).isEqualTo(policy);
    assertThat(JsonReport.of(report(lines, told))).isEqualTo(JsonReport.of(first));
  }

  private static Policy policy(JsonNode json) {
    var margins = new EnumMap<Metric, Double>(Metric.class);
    for (Map.Entry<String, JsonNode> one : json.path("margins").properties()) {
      margins.put(Metric.of(one.getKey()).orElseThrow(), one.getValue().asDouble());
    }
    return new Policy(
        json.path("alpha").asDouble(),
        Metric.of(json.path("primary").asString()).orElseThrow(),
        json.path("gates")
            .valueStream()
            .map(gate -> Metric.of(gate.asString()).orElseThrow())
            .toList(),
        margins,
        json.path("tuning").asDouble(),
        json.path("minimumShare").asDouble(),
        json.path("toGemini").asDouble());
  }
}
