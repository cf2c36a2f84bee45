package koalens.cli;

import java.io.PrintWriter;
import java.util.SortedMap;
import koalens.backend.experiment.statistics.Proportion;
import koalens.engine.knowledge.Status;

/// An evaluation for people at a terminal.
final class EvaluationText {
  private static final int SHOWN_CHARACTERS = 160;
  private static final int SHOWN_INGREDIENTS = 3;

  private final PrintWriter out;

  EvaluationText(PrintWriter out) {
    this.out = out;
  }

  /// Prints the figures, then the worst rows.
  ///
  /// @param worst how many rows at most
  void print(Evaluation evaluation, int worst) {
    out.println("right                       " + ShareText.of(evaluation.right()));
    out.println("answered (not unknown)      " + ShareText.of(evaluation.answered()));
    out.println("non-vegan called vegan      " + ShareText.of(evaluation.dangerous()));
    out.println("vegan called non-vegan      " + ShareText.of(evaluation.falseAlarms()));
    printConfusion(evaluation);
    printGroups("language", evaluation.byLanguage());
    printGroups("kind", evaluation.byKind());
    printWorst(evaluation, worst);
    out.flush();
  }

  private void printConfusion(Evaluation evaluation) {
    out.println();
    out.printf("%-20s", "expected, answered");
    for (Status answer : Status.values()) {
      out.printf("%12s", answer.word());
    }
    out.println();
    for (Status expected : Status.values()) {
      out.printf("%-20s", expected.word());
      for (Status answer : Status.values()) {
        out.printf("%12d", evaluation.count(expected, answer));
      }
      out.println();
    }
  }

  private void printGroups(String name, SortedMap<String, Evaluation> groups) {
    if (groups.size() < 2) {
      return;
    }
    out.println();
    out.printf(
        "%-20s%8s%16s%12s%24s%24s%n",
        name, "rows", "right", "answered", "non-vegan called vegan", "vegan called non-vegan");
    groups.forEach(this::printGroup);
  }

  private void printGroup(String name, Evaluation group) {
    out.printf(
        "%-20s%8d%16s%12s%24s%24s%n",
        name.isEmpty() ? "-" : name,
        group.scored().size(),
        hits(group.right()),
        ShareText.percent(group.answered()),
        hits(group.dangerous()),
        hits(group.falseAlarms()));
  }

  private static String hits(Proportion proportion) {
    return proportion.of() == 0 ? "-" : "%d of %d".formatted(proportion.hits(), proportion.of());
  }

  private void printWorst(Evaluation evaluation, int most) {
    var worst = evaluation.worst(most);
    if (!worst.isEmpty()) {
      out.println();
      out.println("worst rows");
      worst.forEach(this::print);
    }
  }

  private void print(Scored wrong) {
    out.printf(
        "  line %d: expected %s, answered %s%s%n    %s%n",
        wrong.row().line(),
        wrong.row().expected().word(),
        wrong.answer().word(),
        wrong.isDangerous() ? " (DANGEROUS)" : "",
        shortened(wrong.row().text()));
    wrong
        .deciding()
        .limit(SHOWN_INGREDIENTS)
        .forEach(i -> out.printf("    %s: %s%n", i.name(), i.reason().code()));
  }

  private static String shortened(String text) {
    return text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + " …" : text;
  }
}
