package koalens.backend.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import koalens.backend.analysis.advice.Advisers;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Policy;
import org.junit.jupiter.api.Test;

class KnownLabelsTest {
  private static final LabelEngine ENGINE =
      LabelEngine.standard(new ParsingLimits(20_000, 2_000, 12));
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);
  private static final KnownLabelOptions MUCH =
      new KnownLabelOptions(32 << 20, Duration.ofHours(1));

  private final Rows rows = new Rows();

  /// A ledger that remembers what it was given, as it would be kept.
  private static final class Rows implements AnalysisLedger {
    private final List<String> kept = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void append(Analysis analysis, AnalysisRequest request) {
      kept.add(
          request.input().labelText()
              + request.userId()
              + request.person()
              + withoutWhatDiffers(AnalysisJson.kept(analysis)));
    }

    @Override
    public Optional<StoredAnalysis> find(String id) {
      return Optional.empty();
    }

    @Override
    public long count() {
      return kept.size();
    }
  }

  private LabelAnalysis analysis(KnownLabelOptions options) {
    return new LabelAnalysis(ENGINE, Advisers.none(), rows, NOON, options);
  }

  private static String withoutWhatDiffers(String json) {
    return json.replaceAll("\"id\":\"[^\"]+\"", "\"id\":0")
        .replaceAll("\"durationMs\":\\d+", "\"durationMs\":0");
  }

  private static String answer(LabelAnalysis analysis, AnalysisRequest request) {
    byte[] json = AnalysisJson.answer(analysis.analyze(request));
    return withoutWhatDiffers(new String(json, StandardCharsets.UTF_8));
  }

  private static AnalysisRequest request(
      AnalysisRequest.Input input, String language, LabelOptions options, int number) {
    return new AnalysisRequest(
        input,
        Optional.of("user-" + number),
        language,
        options,
        Optional.empty(),
        "request-" + number,
        Optional.of("person-" + number));
  }

  private static List<AnalysisRequest> requests() {
    var requests = new ArrayList<AnalysisRequest>();
    for (String text :
        List.of(
            "Ingredienser: vatten, socker 30 %, kaka (vetemjöl, mjölk), arom. Kan innehålla spår av"
                + " nötter.",
            "Ingredients: water, blixtragurium, E471, honey",
            "Vegansk! Ingredienser: vatten, mjölk \"A\"",
            "Vatten",
            "Hej, det här är ingen lista alls utan en mening",
            "\uD83E\uDD5B, vatten\n")) {
      for (String language : List.of("sv", "en", AnalysisRequest.AS_DETECTED)) {
        for (Policy policy : Policy.values()) {
          for (Trust trust : List.of(Trust.WHOLE, Trust.INCOMPLETE)) {
            var input = new AnalysisRequest.Text(text, trust);
            requests.add(request(input, language, LabelOptions.STANDARD.under(policy), 1));
            requests.add(request(input, language, LabelOptions.STANDARD.in("en").under(policy), 2));
          }
        }
      }
    }
    requests.add(
        request(
            new AnalysisRequest.Ingredients(List.of("Vatten, mjölk")),
            "sv",
            LabelOptions.STANDARD,
            3));
    requests.add(
        request(
            new AnalysisRequest.Ingredients(List.of("Vatten", "mjölk")),
            "sv",
            LabelOptions.STANDARD,
            4));
    requests.add(
        request(new AnalysisRequest.Text("Vatten, mjölk"), "sv", LabelOptions.STANDARD, 5));
    return requests;
  }

  @Test
  void answersAndKeepsTheSameWhetherOrNotTheLabelIsKnown() {
    List<AnalysisRequest> requests = requests();
    LabelAnalysis forgetful = analysis(KnownLabelOptions.NONE);
    List<String> expected = requests.stream().map(one -> answer(forgetful, one)).toList();
    List<String> kept = List.copyOf(rows.kept);
    LabelAnalysis knowing = analysis(MUCH);
    for (int round = 0; round < 3; round++) {
      rows.kept.clear();
      assertThat(requests.stream().map(one -> answer(knowing, one))).isEqualTo(expected);
      assertThat(rows.kept).isEqualTo(kept);
    }
    assertThat(forgetful.knownLabels()).isZero();
    assertThat(knowing.knownLabels()).isPositive().isLessThanOrEqualTo(requests.size());
  }

  @Test
  void givesEveryAnswerAnIdOfItsOwn() {
    LabelAnalysis analysis = analysis(MUCH);
    AnalysisRequest request = requests().getFirst();
    assertThat(analysis.analyze(request).id()).isNotEqualTo(analysis.analyze(request).id());
  }

  @Test
  void takesNoMoreMemoryThanItMayHoweverManyLabelsAreAskedAbout() {
    LabelAnalysis analysis = analysis(new KnownLabelOptions(100_000, Duration.ofHours(1)));
    var random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      var text = new AnalysisRequest.Text("Vatten, salt, socker, mjölk " + random.nextInt());
      analysis.analyze(request(text, "sv", LabelOptions.STANDARD, i));
    }
    // Each takes 2 kB at the least: four ingredients.
    assertThat(analysis.knownLabels()).isBetween(1L, 50L);
  }

  @Test
  void neverKeepsALabelThatWouldTakeAllOfIt() {
    LabelAnalysis analysis = analysis(new KnownLabelOptions(10_000, Duration.ofHours(1)));
    var text = new AnalysisRequest.Text("Vatten, salt, ".repeat(200));
    String first = answer(analysis, request(text, "sv", LabelOptions.STANDARD, 1));
    assertThat(answer(analysis, request(text, "sv", LabelOptions.STANDARD, 1))).isEqualTo(first);
    assertThat(analysis.knownLabels()).isZero();
  }

  @Test
  void forgetsEverythingWhenToldTo() {
    LabelAnalysis analysis = analysis(MUCH);
    requests().forEach(analysis::analyze);
    analysis.forgetLabels();
    assertThat(analysis.knownLabels()).isZero();
  }
}
