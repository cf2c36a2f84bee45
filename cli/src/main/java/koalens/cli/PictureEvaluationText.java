package koalens.cli;

import java.io.PrintWriter;
import java.util.Locale;
import koalens.engine.knowledge.Status;

/// An evaluation of pictures for people at a terminal.
final class PictureEvaluationText {
  private final PrintWriter out;

  PictureEvaluationText(PrintWriter out) {
    this.out = out;
  }

  void print(PictureEvaluation evaluation, int worst) {
    out.println("characters wrong            " + ShareText.of(evaluation.characterErrors()));
    out.println("ingredients found           " + ShareText.of(evaluation.near()));
    out.println("  of them to the letter     " + ShareText.of(evaluation.exact()));
    out.println("verdict as on the true text " + ShareText.of(evaluation.right()));
    out.println("not vegan, called vegan     " + ShareText.of(evaluation.dangerous()));
    printConfusion(evaluation);
    out.println();
    out.printf(
        "%-16s%9s%12s%10s%10s%10s%8s%9s%9s%n",
        "group",
        "pictures",
        "characters",
        "found",
        "exact",
        "verdict",
        "false",
        "median",
        "9 of 10");
    out.printf(
        "%-16s%9s%12s%10s%10s%10s%8s%9s%9s%n", "", "", "wrong", "", "", "right", "vegan", "", "in");
    evaluation.byGroup().forEach(this::printGroup);
    evaluation.worst(worst).forEach(this::print);
    out.flush();
  }

  private void printConfusion(PictureEvaluation evaluation) {
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

  private void printGroup(String name, PictureEvaluation group) {
    out.printf(
        Locale.ROOT,
        "%-16s%9d%12s%10s%10s%10s%8d%8.1fs%8.1fs%n",
        name,
        group.pictures().size(),
        ShareText.percent(group.characterErrors()),
        ShareText.percent(group.near()),
        ShareText.percent(group.exact()),
        ShareText.percent(group.right()),
        group.dangerous().hits(),
        group.millis(0.5) / 1000.0,
        group.millis(0.9) / 1000.0);
  }

  private void print(ReadPicture picture) {
    out.printf(
        "%n%s: %s, should be %s%s; missed %s%n    read: %s%n",
        picture.file().getFileName(),
        picture.answer().word(),
        picture.expected().word(),
        picture.isDangerous() ? " (DANGEROUS)" : "",
        String.join(", ", picture.missed()),
        picture.text().replace("\n", " | "));
  }
}
