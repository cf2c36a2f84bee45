package koalens.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import koalens.engine.knowledge.Status;

/// What an evaluation found, as text.
final class EvaluationReport {
  private final List<Scored> scored;

  EvaluationReport(List<Scored> scored) {
    this.scored = scored;
  }

  /// Whether nothing non-vegan was called vegan and enough answers are right.
  boolean passes(double minAccuracy) {
    return scored.stream().noneMatch(Scored::isDangerous)
        && share(Scored::isRight).share() >= minAccuracy;
  }

  void print(PrintWriter out, int worst) {
    out.println("right                       " + share(Scored::isRight));
    out.println("answered (not unknown)      " + share(s -> s.answer() != Status.UNKNOWN));
    out.println("non-vegan called vegan      " + among(Status.NON_VEGAN, Scored::isDangerous));
    out.println("vegan called non-vegan      " + among(Status.VEGAN, Scored::isFalseAlarm));
    printConfusion(out);
    printGroups(out, "language", scored -> scored.row().language());
    printGroups(out, "kind", scored -> scored.row().kind());
    printWorst(out, worst);
    out.flush();
  }

  private Proportion share(Predicate<Scored> wanted) {
    return new Proportion(scored.stream().filter(wanted).count(), scored.size());
  }

  private Proportion among(Status expected, Predicate<Scored> wanted) {
    List<Scored> group = scored.stream().filter(s -> s.row().expected() == expected).toList();
    return new Proportion(group.stream().filter(wanted).count(), group.size());
  }

  private void printConfusion(PrintWriter out) {
    out.println();
    out.printf("%-14s", "expected");
    for (Status answer : Status.values()) {
      out.printf("%12s", answer.word());
    }
    out.println();
    for (Status expected : Status.values()) {
      out.printf("%-14s", expected.word());
      for (Status answer : Status.values()) {
        out.printf("%12d", count(expected, answer));
      }
      out.println();
    }
  }

  private long count(Status expected, Status answer) {
    return scored.stream()
        .filter(s -> s.row().expected() == expected && s.answer() == answer)
        .count();
  }

  private void printGroups(PrintWriter out, String name, Function<Scored, String> key) {
    Map<String, List<Scored>> groups =
        scored.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    if (groups.size() < 2) {
      return;
    }
    out.println();
    out.println("right by " + name);
    groups.forEach((group, rows) ->
        out.printf(
            "  %-14s %s%n",
            group.isEmpty() ? "-" : group,
            new Proportion(rows.stream().filter(Scored::isRight).count(), rows.size())));
  }

  private void printWorst(PrintWriter out, int worst) {
    List<Scored> wrong =
        scored.stream()
            .filter(s -> !s.isRight())
            .sorted(Comparator.comparingInt(Scored::badness))
            .limit(worst)
            .toList();
    if (wrong.isEmpty()) {
      return;
    }
    out.println();
    out.println("worst rows");
    wrong.forEach(s -> print(out, s));
  }

  private static void print(PrintWriter out, Scored wrong) {
    out.printf(
        "  line %d: expected %s, answered %s%s%n    %s%n",
        wrong.row().line(),
        wrong.row().expected().word(),
        wrong.answer().word(),
        wrong.isDangerous() ? " (DANGEROUS)" : "",
        shortened(wrong.row().text()));
    wrong
        .judgement()
        .contents()
        .filter(ingredient -> ingredient.status() == wrong.answer())
        .limit(3)
        .forEach(i -> out.printf("    %s: %s%n", i.name(), i.reason().code()));
  }

  private static String shortened(String text) {
    return text.length() > 160 ? text.substring(0, 160) + " …" : text;
  }
}
