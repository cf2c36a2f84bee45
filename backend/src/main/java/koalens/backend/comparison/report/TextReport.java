package koalens.backend.comparison.report;

import java.io.PrintWriter;
import koalens.backend.comparison.Check;
import koalens.backend.comparison.Gate;
import koalens.backend.comparison.Report;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Fault;

/// A report for people at a terminal.
public final class TextReport {
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
    report.strata().forEach(new TextFigures(out)::print);
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
