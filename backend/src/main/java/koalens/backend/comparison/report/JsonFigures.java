package koalens.backend.comparison.report;

import java.util.List;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Outcome;
import koalens.backend.experiment.statistics.ChiSquaredTest;

/// The figures of a modality as JSON.
///
/// @param json where to
record JsonFigures(JsonFields json) {
  void write(Report.Figures figures) {
    json.text("modality", figures.modality());
    json.json().writeBooleanProperty("paired", figures.paired());
    json.count("analyses", figures.analyses());
    provider(figures.gemini());
    provider(figures.claude());
    json.objects("differences", figures.contrasts(), this::contrast);
    figures.pairedTimes().ifPresent(this::pairedTimes);
    figures.agreement().ifPresent(flips -> json.object("agreement", () -> flips(flips)));
    json.objects("served", figures.served(), this::served);
    json.objects("prices", figures.prices(), this::price);
    traffic(figures.traffic());
    json.objects("sequences", figures.sequences(), this::sequence);
  }

  private void provider(Report.Provider provider) {
    json.object(
        provider.arm().word(),
        () -> {
          json.count("calls", provider.calls());
          json.count("joined", provider.joined());
          json.count("labels", provider.items());
          json.object("outcomes", () -> outcomes(provider));
          json.proportion("failures", provider.failures());
          json.proportion("wrongVerdicts", provider.wrong());
          json.proportion("criticalErrors", provider.critical());
          json.proportion("flipsWithin", provider.flips());
          json.objects("latencyMs", provider.times(), this::quantile);
          json.number("meanCostMicros", provider.meanCost());
          json.number("costOfSuccessMicros", provider.costOfSuccess());
        });
  }

  private void outcomes(Report.Provider provider) {
    for (Outcome outcome : Outcome.values()) {
      long count = provider.outcomes().getOrDefault(outcome, 0L);
      if (count > 0) {
        json.count(outcome == Outcome.UNKNOWN ? "not_said" : outcome.word(), count);
      }
    }
  }

  private void quantile(Report.Quantile quantile) {
    json.number("quantile", quantile.probability());
    json.number("value", quantile.value());
    json.interval("interval", quantile.interval());
  }

  private void contrast(Report.Contrast contrast) {
    json.text("metric", contrast.name());
    json.number("gemini", contrast.gemini());
    json.number("claude", contrast.claude());
    json.number(
        switch (contrast.kind()) {
          case SHARE -> "difference";
          case RATIO -> "ratio";
        },
        contrast.difference());
    json.interval("interval", contrast.interval());
    if (!contrast.oneLook().isEmpty()) {
      json.text("oneLook", contrast.oneLook());
    }
  }

  private void pairedTimes(Report.PairedTimes times) {
    json.object(
        "pairedLatency",
        () -> {
          json.count("pairs", times.pairs());
          json.number("hodgesLehmannRatio", times.ratio());
          json.interval("interval", times.interval());
          json.number("wilcoxonP", times.p());
        });
  }

  private void flips(Report.Flips flips) {
    json.number("raw", flips.table().raw());
    json.number("kappa", flips.table().kappa());
    json.number("ac1", flips.table().ac1());
    json.object("shift", () -> shift(flips.table().bowker()));
    json.list("table", flips.table().table(), this::row);
    json.count("wrongByBoth", flips.wrong().both());
    json.count("wrongByGeminiAlone", flips.wrong().onlyFirst());
    json.count("wrongByClaudeAlone", flips.wrong().onlySecond());
    json.count("flips", flips.flips());
    json.objects("flipped", flips.flipped(), this::flip);
  }

  private void shift(ChiSquaredTest bowker) {
    json.number("chiSquared", bowker.statistic());
    json.count("degreesOfFreedom", bowker.degreesOfFreedom());
    json.number("bowkerP", bowker.p());
  }

  private void row(List<Long> row) {
    json.json().writeStartArray();
    row.forEach(json.json()::writeNumber);
    json.json().writeEndArray();
  }

  private void flip(Report.Flip flip) {
    json.text("item", flip.item());
    json.text("gemini", flip.gemini());
    json.text("claude", flip.claude());
    json.text("true", flip.truth());
  }

  private void served(Report.ServedBy one) {
    json.text("by", one.served().word());
    json.count("assignedToGemini", one.ofGemini());
    json.count("assignedToClaude", one.ofClaude());
    json.proportion("wrongAnswers", one.wrong());
    json.proportion("criticalErrors", one.critical());
  }

  private void price(Report.PriceView view) {
    json.text("prices", view.name());
    json.number("geminiMicros", view.gemini());
    json.number("claudeMicros", view.claude());
    view.ratio().ifPresent(ratio -> json.interval("ratio", ratio));
  }

  private void traffic(Report.Traffic traffic) {
    json.object(
        "traffic",
        () -> {
          json.count("from", traffic.from());
          json.count("widthMs", traffic.width());
          json.list("gemini", traffic.gemini(), json.json()::writeNumber);
          json.list("claude", traffic.claude(), json.json()::writeNumber);
        });
  }

  private void sequence(Report.Sequence sequence) {
    json.text("metric", sequence.metric().word());
    json.objects("steps", sequence.steps(), this::step);
  }

  private void step(Report.Step step) {
    json.count("analyses", step.analyses());
    json.number("value", step.value());
    json.interval("interval", step.interval());
  }
}
