package koalens.backend.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import koalens.backend.analysis.AnalysisRequest;
import koalens.backend.analysis.LabelAnalysis;
import koalens.backend.comparison.Check;
import koalens.backend.comparison.Comparison;
import koalens.backend.comparison.Gate;
import koalens.backend.comparison.Labels;
import koalens.backend.comparison.Metric;
import koalens.backend.comparison.Policy;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Log;
import koalens.backend.comparison.log.LogReader;
import koalens.backend.comparison.log.LogSource;
import koalens.backend.experiment.Experiment;
import koalens.backend.experiment.Variant;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.Provider;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;
import koalens.backend.provider.price.PriceBook;
import koalens.backend.provider.price.PriceEvidence;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import org.junit.jupiter.api.Test;

/// The lines that analyses leave, as the comparison reads them.
class ComparedLinesTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);
  private static final String NOTHING = "Ingredienser:";
  private static final String WATER = "Ingredienser: vatten, socker";

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final ScriptedProvider gemini =
      ScriptedProvider.saying(ProviderName.GEMINI, Status.VEGAN);
  private final ScriptedProvider claude =
      ScriptedProvider.saying(ProviderName.CLAUDE, Status.VEGAN);

  private Prices prices = priced(Set.of(ProviderName.values()));

  private static Prices priced(Set<ProviderName> known) {
    return new Prices() {
      @Override
      public Optional<Charge> charge(ProviderName provider, String model, Usage usage, Instant at) {
        return known.contains(provider)
            ? Optional.of(new Charge(50, 20, 30, PriceEvidence.LISTED))
            : Optional.empty();
      }

      @Override
      public String version() {
        return "test";
      }
    };
  }

  private void analyze(Mode mode, List<Provider> providers, List<String> texts) {
    var experiment =
        new Experiment(
            "gemini-claude", List.of(new Variant("gemini", 50), new Variant("claude", 50)));
    var options =
        new AdviceOptions(
            "local",
            Optional.of(experiment),
            mode,
            PictureUse.NEVER,
            Duration.ofSeconds(20),
            100,
            200,
            1_000,
            1_000,
            Duration.ofHours(1),
            "key");
    try (var advisers = new Advisers(providers, options, prices)) {
      advisers.addListener(new AiLog(prices, LogContent.OFF, line -> lines.add(line.json())));
      LabelAnalysis analysis = LabelAnalysis.unkept(ENGINE, advisers);
      for (int i = 0; i < texts.size(); i++) {
        analysis.analyze(
            new AnalysisRequest(
                new AnalysisRequest.Text(texts.get(i)),
                Optional.of("person-" + i),
                "en",
                LabelOptions.STANDARD,
                Optional.empty(),
                "request-" + i));
      }
    }
  }

  private Log log() {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new LogReader(_ -> {})
        .read(List.of(new LogSource("log", () -> new ByteArrayInputStream(bytes))));
  }

  private Report report() {
    return new Comparison(Policy.STANDARD, Labels.NONE, PriceBook.standard()).report(log());
  }

  private static List<String> mixed(int each) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < each; i++) {
      texts.add(NOTHING);
      texts.add(WATER);
    }
    return texts;
  }

  @Test
  void anAnalysisWithNothingToAskIsNoFailureOfItsProvider() {
    analyze(Mode.SPLIT, List.of(gemini, claude), mixed(40));
    Report report = report();
    assertThat(report.intake().unasked()).isEqualTo(40);
    assertThat(report.strata().getFirst().analyses()).isEqualTo(40);
    assertThat(report.strata().getFirst().gemini().failures().hits()).isZero();
    assertThat(report.strata().getFirst().claude().failures().hits()).isZero();
  }

  @Test
  void anAnalysisThatNoProviderAnsweredIsAFailureOfItsProvider() {
    ScriptedProvider down = ScriptedProvider.failing(ProviderName.GEMINI, FailureKind.OVERLOADED);
    ScriptedProvider out = ScriptedProvider.failing(ProviderName.CLAUDE, FailureKind.OVERLOADED);
    analyze(Mode.SPLIT, List.of(down, out), mixed(20));
    Report.Figures figures = report().strata().getFirst();
    assertThat(figures.gemini().failures().share()).isEqualTo(1);
    assertThat(figures.claude().failures().share()).isEqualTo(1);
    assertThat(figures.analyses()).isEqualTo(20);
  }

  @Test
  void aCallThatAwaitedAnothersCountsNowhereButInItsNumber() {
    ScriptedProvider awaits = ScriptedProvider.awaiting(ProviderName.CLAUDE, Status.NON_VEGAN);
    analyze(Mode.SPLIT, List.of(gemini, awaits), mixed(40));
    Report.Provider joined = report().strata().getFirst().claude();
    assertThat(joined.calls()).isPositive();
    assertThat(joined.joined()).isEqualTo(joined.calls());
    assertThat(joined.times()).isEmpty();
    assertThat(joined.meanCost()).isNaN();
    assertThat(joined.failures().of()).isZero();
    assertThat(joined.wrong().of()).isZero();
    Report.Provider asked = report().strata().getFirst().gemini();
    assertThat(asked.joined()).isZero();
    assertThat(asked.meanCost()).isEqualTo(50);
  }

  @Test
  void aModelWithoutAPriceIsNotTheCheaperOne() {
    prices = priced(Set.of(ProviderName.CLAUDE));
    analyze(Mode.SPLIT, List.of(gemini, claude), mixed(40));
    Report report = report();
    assertThat(report.strata().getFirst().gemini().meanCost()).isNaN();
    assertThat(report.gates())
        .filteredOn(gate -> gate.metric() == Metric.COST)
        .extracting(Gate::state)
        .containsOnly(Gate.State.MISSING);
    assertThat(report.checks())
        .filteredOn(check -> check.name().equals("cost"))
        .singleElement()
        .satisfies(check -> {
          assertThat(check.state()).isEqualTo(Check.State.NOTABLE);
          assertThat(check.detail()).contains("calls of gemini").doesNotContain("of claude");
        });
  }
}
