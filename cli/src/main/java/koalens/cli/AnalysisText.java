package koalens.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalyzedIngredient;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Role;

/// An analysis for people at a terminal: the verdict, what decided it first, then the rest.
final class AnalysisText {
  private static final Comparator<AnalyzedIngredient> DECIDING_FIRST =
      Comparator.comparingInt(ingredient -> weight(ingredient.status()));

  private final PrintWriter out;

  AnalysisText(PrintWriter out) {
    this.out = out;
  }

  void print(Analysis analysis) {
    out.printf("%s: %s%n", analysis.status().word(), analysis.reasoning());
    analysis.provenance().notice().ifPresent(out::println);
    print("", analysis.ingredients().stream().filter(AnalyzedIngredient::isContent).toList());
    print(
        "traces, not ingredients:",
        analysis.ingredients().stream().filter(i -> i.role() == Role.TRACE).toList());
  }

  private void print(String heading, List<AnalyzedIngredient> ingredients) {
    if (!ingredients.isEmpty()) {
      out.println();
    }
    if (!ingredients.isEmpty() && !heading.isEmpty()) {
      out.println(heading);
    }
    ingredients.stream().sorted(DECIDING_FIRST).forEach(this::print);
  }

  private void print(AnalyzedIngredient ingredient) {
    out.printf(
        "  %-11s  %s: %s%n", ingredient.status().word(), ingredient.name(), ingredient.reason());
  }

  private static int weight(Status status) {
    return switch (status) {
      case NON_VEGAN -> 0;
      case MAYBE_VEGAN -> 1;
      case UNKNOWN -> 2;
      case VEGAN -> 3;
    };
  }
}
