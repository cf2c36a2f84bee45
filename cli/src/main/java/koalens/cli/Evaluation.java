package koalens.cli;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import koalens.backend.experiment.statistics.Proportion;
import koalens.engine.knowledge.Status;

/// What the engine made of labelled texts.
///
/// @param scored each text with its answer
record Evaluation(List<Scored> scored) {

  Evaluation {
    scored = List.copyOf(scored);
  }

  /// How many answers are the expected ones.
  Proportion right() {
    return share(Scored::isRight);
  }

  /// How many answers are not unknown.
  Proportion answered() {
    return share(one -> one.answer() != Status.UNKNOWN);
  }

  /// How many of the non-vegan were called vegan: what must never happen.
  Proportion dangerous() {
    return among(Status.NON_VEGAN, Scored::isDangerous);
  }

  /// How many of the vegan were called non-vegan.
  Proportion falseAlarms() {
    return among(Status.VEGAN, Scored::isFalseAlarm);
  }

  /// Whether nothing non-vegan was called vegan and enough answers are right.
  boolean passes(double minAccuracy) {
    return dangerous().hits() == 0 && right().share() >= minAccuracy;
  }

  /// How often a text that should get one status got another.
  long count(Status expected, Status answer) {
    return share(one -> one.row().expected() == expected && one.answer() == answer).hits();
  }

  SortedMap<String, Evaluation> byLanguage() {
    return by(one -> one.row().language());
  }

  SortedMap<String, Evaluation> byKind() {
    return by(one -> one.row().kind());
  }

  private SortedMap<String, Evaluation> by(Function<Scored, String> key) {
    return scored.stream()
        .collect(
            Collectors.groupingBy(
                key,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Evaluation::new)));
  }

  /// The wrong answers, the worst first.
  List<Scored> worst(int most) {
    return scored.stream()
        .filter(one -> !one.isRight())
        .sorted(Comparator.comparingInt(Scored::badness))
        .limit(most)
        .toList();
  }

  private Proportion share(Predicate<Scored> wanted) {
    return new Proportion(scored.stream().filter(wanted).count(), scored.size());
  }

  private Proportion among(Status expected, Predicate<Scored> wanted) {
    List<Scored> group = scored.stream().filter(one -> one.row().expected() == expected).toList();
    return new Proportion(group.stream().filter(wanted).count(), group.size());
  }
}
