package koalens.backend.comparison.report;

import java.io.PrintWriter;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Outcome;

/// The figures of a modality for people at a terminal.
///
/// @param out where to
record TextFigures(PrintWriter out) {
  private static final int SHOWN_FLIPS = 10;

  void print(Report.Figures figures) {
    out.println();
    out.printf(
        "%s, %d analyses, %s%n",
        figures.modality(),
        figures.analyses(),
        figures.paired() ? "each sent to both" : "each assigned to one");
    printSides(figures);
    printContrasts(figures);
    figures.pairedTimes().ifPresent(times -> out.println("  " + Figure.pairedTimes(times)));
    printPrices(figures);
    printServed(figures);
    figures.agreement().ifPresent(this::print);
  }

  private void printSides(Report.Figures figures) {
    row("", "gemini", "claude");
    Report.Provider gemini = figures.gemini();
    Report.Provider claude = figures.claude();
    row("calls", String.valueOf(gemini.calls()), String.valueOf(claude.calls()));
    row("different labels", String.valueOf(gemini.items()), String.valueOf(claude.items()));
    if (gemini.joined() + claude.joined() > 0) {
      row("  joined another's", String.valueOf(gemini.joined()), String.valueOf(claude.joined()));
    }
    for (Outcome outcome : Outcome.values()) {
      long one = gemini.outcomes().getOrDefault(outcome, 0L);
      long other = claude.outcomes().getOrDefault(outcome, 0L);
      if (one + other > 0) {
        String name = outcome == Outcome.UNKNOWN ? "not said" : outcome.word();
        row("  " + name, String.valueOf(one), String.valueOf(other));
      }
    }
    row(
        "no valid answer",
        Figure.proportion(gemini.failures()),
        Figure.proportion(claude.failures()));
    row("wrong verdict", Figure.proportion(gemini.wrong()), Figure.proportion(claude.wrong()));
    row(
        "said vegan, is not",
        Figure.proportion(gemini.critical()),
        Figure.proportion(claude.critical()));
    row(
        "unlike the last time",
        Figure.proportion(gemini.flips()),
        Figure.proportion(claude.flips()));
    for (Report.Quantile quantile : gemini.times()) {
      if (quantile.probability() == 0.5 || quantile.probability() >= 0.95) {
        row(
            "p" + Math.round(100 * quantile.probability()),
            time(gemini, quantile),
            time(claude, quantile));
      }
    }
    row(
        "cost of an analysis",
        Figure.dollars(gemini.meanCost()),
        Figure.dollars(claude.meanCost()));
    row(
        "cost of an answer",
        Figure.dollars(gemini.costOfSuccess()),
        Figure.dollars(claude.costOfSuccess()));
  }

  private static String time(Report.Provider provider, Report.Quantile wanted) {
    return provider.times().stream()
        .filter(quantile -> quantile.probability() == wanted.probability())
        .map(q ->
            "%s (%s to %s)"
                .formatted(
                    Figure.millis(q.value()),
                    Figure.millis(q.interval().low()),
                    Figure.millis(q.interval().high())))
        .findFirst()
        .orElse("–");
  }

  private void row(String name, String gemini, String claude) {
    out.printf("  %-22s%-34s%-34s%n", name, gemini, claude);
  }

  private void printContrasts(Report.Figures figures) {
    out.println("  gemini against claude, with what is possible at this and every other look");
    for (Report.Contrast contrast : figures.contrasts()) {
      out.printf(
          "  %-22s%-16s%-30s%s%n",
          contrast.name(),
          Figure.difference(contrast.kind(), contrast.difference()),
          Figure.interval(contrast.kind(), contrast.interval()),
          contrast.oneLook());
    }
  }

  private void printPrices(Report.Figures figures) {
    out.println("  cost of an analysis at prices");
    for (Report.PriceView view : figures.prices()) {
      out.printf(
          "  %-22s%-16s%-16s%s%n",
          view.name(),
          Figure.dollars(view.gemini()),
          Figure.dollars(view.claude()),
          view.ratio()
              .map(r -> "gemini " + Figure.ratio(r.low()) + " to " + Figure.ratio(r.high()))
              .orElse(""));
    }
  }

  private void printServed(Report.Figures figures) {
    if (figures.served().isEmpty()) {
      return;
    }
    out.println("  second view: who answered in the end (no comparison)");
    out.printf(
        "  %-22s%-16s%-16s%-26s%s%n",
        "", "gemini's", "claude's", "answered wrong", "said vegan, is not");
    for (Report.ServedBy one : figures.served()) {
      out.printf(
          "  %-22s%-16d%-16d%-26s%s%n",
          "by " + one.served().word(),
          one.ofGemini(),
          one.ofClaude(),
          Figure.proportion(one.wrong()),
          Figure.proportion(one.critical()));
    }
  }

  private void print(Report.Flips flips) {
    out.println(
        Figure.format(
            "  same verdict %.1f %%, Cohen's kappa %s, Gwet's AC1 %s, %d flips; wrong: both %d,"
                + " gemini alone %d, claude alone %d",
            100 * flips.table().raw(),
            Figure.coefficient(flips.table().kappa()),
            Figure.coefficient(flips.table().ac1()),
            flips.flips(),
            flips.wrong().both(),
            flips.wrong().onlyFirst(),
            flips.wrong().onlySecond()));
    out.println("  " + Figure.shift(flips.table().bowker()));
    flips.flipped().stream()
        .limit(SHOWN_FLIPS)
        .forEach(flip ->
            out.printf(
                "    %s  gemini %-12s claude %-12s true %s%n",
                flip.item(), flip.gemini(), flip.claude(), flip.truth()));
    if (flips.flips() > SHOWN_FLIPS) {
      out.println("    the first %d are in --json".formatted(flips.flipped().size()));
    }
  }
}
