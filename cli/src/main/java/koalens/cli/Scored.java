package koalens.cli;

import java.util.stream.Stream;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;

/// A row of a data set with the engine's answer.
record Scored(Dataset.Row row, Judgement judgement) {
  private static final String NO_LIST = "no-list";

  Status answer() {
    return judgement.verdict().status();
  }

  /// Whether the answer is the expected one. A text that is no ingredient list is answered rightly
  /// with *maybe vegan* or *unknown*: both say that it settles nothing.
  boolean isRight() {
    boolean settlesNothing =
        row.kind().equals(NO_LIST)
            && row.expected() == Status.MAYBE_VEGAN
            && answer() == Status.UNKNOWN;
    return answer() == row.expected() || settlesNothing;
  }

  /// The contents that have the status of the answer.
  Stream<JudgedIngredient> deciding() {
    return judgement.contents().filter(ingredient -> ingredient.status() == answer());
  }

  /// Said vegan, is not: what must never happen.
  boolean isDangerous() {
    return answer() == Status.VEGAN && row.expected() == Status.NON_VEGAN;
  }

  /// Said non-vegan, is vegan.
  boolean isFalseAlarm() {
    return answer() == Status.NON_VEGAN && row.expected() == Status.VEGAN;
  }

  /// How bad the answer is; the worst first.
  int badness() {
    if (isDangerous()) {
      return 0;
    }
    if (answer() == Status.VEGAN) {
      return 1;
    }
    return isFalseAlarm() ? 2 : 3;
  }
}
