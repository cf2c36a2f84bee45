package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Role;

/// What stands behind "may contain" and is no trace: the rest of a list whose full stop was lost,
/// and the fats of which a shortening may be made.
final class Traces {
  // Of these nobody warns: where they stand, the list has gone on.
  private static final List<String> NEVER_TRACES = List.of("salt", "sugar", "water", "flavouring");

  private Traces() {}

  /// The ingredients of a label, in reading order, with the roles they really have.
  static List<JudgedIngredient> heard(List<JudgedIngredient> judged) {
    if (judged.stream().flatMap(JudgedIngredient::flattened).noneMatch(Traces::isTrace)) {
      return judged;
    }
    var heard = new ArrayList<JudgedIngredient>(judged.size());
    int at = 0;
    while (at < judged.size()) {
      int end = endOfRun(judged, at);
      int resumed = resumed(judged, at, end);
      for (; at < end; at++) {
        heard.add(at < resumed ? fat(judged.get(at)) : judged.get(at).as(Role.TAIL));
      }
      if (at < judged.size()) {
        heard.add(fat(judged.get(at)));
        at++;
      }
    }
    return heard;
  }

  private static int endOfRun(List<JudgedIngredient> judged, int from) {
    int end = from;
    while (end < judged.size() && isTrace(judged.get(end))) {
      end++;
    }
    return end;
  }

  // "May contain nuts, honey, salt": from the first of which no law warns, when one of which nobody
  // does follows.
  private static int resumed(List<JudgedIngredient> judged, int from, int end) {
    if (judged.subList(from, end).stream().noneMatch(Traces::isNeverTrace)) {
      return end;
    }
    int at = from;
    while (!isNeverTrace(judged.get(at)) && !isAnimalWithoutWarning(judged.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean isTrace(JudgedIngredient ingredient) {
    return ingredient.role() == Role.TRACE;
  }

  private static boolean isNeverTrace(JudgedIngredient ingredient) {
    return ingredient
        .flattened()
        .flatMap(one -> one.entry().stream())
        .anyMatch(entry -> NEVER_TRACES.stream().anyMatch(entry::isA));
  }

  // Regulation (EU) No 1169/2011, Annex II names milk, eggs, fish, crustaceans and molluscs.
  private static boolean isAnimalWithoutWarning(JudgedIngredient ingredient) {
    return ingredient.status() == Status.NON_VEGAN
        && switch (ingredient.reason().code()) {
          case MILK, EGG, FISH, SHELLFISH, ANIMAL_RECIPE, ANIMAL_IN_PARTS -> false;
          default -> true;
        };
  }

  // "Vegetable shortening (may contain lard)".
  private static JudgedIngredient fat(JudgedIngredient ingredient) {
    List<JudgedIngredient> parts = ingredient.parts().stream().map(Traces::fat).toList();
    JudgedIngredient whole = parts.isEmpty() ? ingredient : ingredient.with(parts);
    return isTrace(whole) && whole.reason().code() == ReasonCode.ANIMAL_FAT
        ? whole.as(Role.TAIL).because(ReasonCode.ANIMAL_OR_PLANT)
        : whole;
  }
}
