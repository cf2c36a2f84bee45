package koalens.backend.comparison.report;

import java.io.PrintWriter;
import koalens.backend.comparison.Check;
import koalens.backend.comparison.Gate;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Fault;
import koalens.backend.comparison.log.Outcome;

/// A report for people at a terminal.
public final class TextReport {
  private static final int SHOWN_FLIPS = 10;

  private final PrintWriter out;

  /// Prints to this.
  public TextReport(PrintWriter out) {
    this.out = out;
  }

  /// Prints the decision first, then what it rests on.
  public void print(Report report) {
    out.println(report.decision().headline());
    report.decision().reasons().forEach(reason -> out.println("  " + reason));
    printChecks(report);
    printGates(report);
    report.strata().forEach(this::print);
    printOthers(report);
    printIntake(report);
    out.flush();
  }

  private void printChecks(Report report) {
    out.println();
    out.println("Is the experiment sound?");
    for (Check check : report.checks()) {
      out.printf("  %-7s %-19s %s%n", check.state().words(), check.name(), check.detail());
    }
  }

  private void printGates(Report report) {
    if (report.gates().isEmpty()) {
      return;
    }
    out.println();
    out.printf("%-9s%-16s%-10s%-20s%-20s%n", "Gates", "", "margin", "gemini", "claude");
    report.gates().stream()
        .filter(gate -> gate.arm() == Arm.GEMINI)
        .forEach(gate -> print(report, gate));
  }

  private void print(Report report, Gate gemini) {
    Gate claude =
        report.gates().stream()
            .filter(gate -> gate.arm() == Arm.CLAUDE)
            .filter(gate -> gate.metric() == gemini.metric())
            .filter(gate -> gate.modality().equals(gemini.modality()))
            .findFirst()
            .orElse(gemini);
    out.printf(
        "%-9s%-16s%-10s%-20s%-20s%n",
        gemini.modality(),
        gemini.metric().word(),
        margin(report, gemini),
        words(gemini),
        words(claude));
  }

  private static String margin(Report report, Gate gate) {
    double margin = report.policy().margin(gate.metric());
    return switch (gate.metric().kind()) {
      case SHARE -> Figure.format("%.1f pts", 100 * margin);
      case RATIO -> Figure.format("×%.2f", 1 + margin);
    };
  }

  private static String words(Gate gate) {
    return gate.state() == Gate.State.MISSING
        ? gate.state().words()
        : Figure.format("%s (p %.2g)", gate.state().words(), gate.p());
  }

  private void print(Report.Figures figures) {
    out.println();
    out.printf(
        "%s, %d analyses, %s%n",
        figures.modality(),
        figures.analyses(),
        figures.paired() ? "each sent to both" : "each assigned to one");
    printSides(figures);
    printContrasts(figures);
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

  private void printOthers(Report report) {
    out.println();
    out.println(
        "Calls, why they were made (only those by chance, and shadows in pairs, are compared)");
    report.roles().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(entry ->
            out.printf(
                "  %-12s gemini %d, claude %d%n",
                JsonReport.word(entry.getKey()),
                entry.getValue().getOrDefault(Arm.GEMINI, 0L),
                entry.getValue().getOrDefault(Arm.CLAUDE, 0L)));
  }

  private void printIntake(Report report) {
    var intake = report.intake();
    out.println();
    out.printf(
        "Read %d lines in %d files: %d 'AI Request', %d 'AI Response', %d with nothing to ask, %d"
            + " other objects%n",
        intake.lines(),
        intake.files(),
        intake.requests(),
        intake.responses(),
        intake.unasked(),
        intake.others());
    for (Fault.Kind kind : Fault.Kind.values()) {
      if (intake.count(kind) > 0) {
        String where =
            intake.examples().stream()
                .filter(fault -> fault.kind() == kind)
                .map(fault -> fault.file() + " line " + fault.line())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        out.printf("  %d %s: %s%n", intake.count(kind), kind.words(), where);
      }
    }
    if (!intake.without().isEmpty()) {
      out.printf("  nothing of ours in %s%n", String.join(", ", intake.without()));
    }
    if (!report.strata().isEmpty()) {
      out.printf("Prices of %s, price book %s%n", report.day(), report.priceBook());
    }
  }
}
