package koalens.engine.verdict;

/// Which of several nouns side by side the word *vegan* is said of: "vegan garlic butter" speaks of
/// the butter, "beef on vegan bread" of the bread. Not thread-safe; goes with one segment.
final class VeganReach {
  private static final int UNSAID = -1;

  private final Joint joint;
  private int behind = UNSAID;

  VeganReach(Joint joint) {
    this.joint = joint;
  }

  /// The word stands here.
  ///
  /// @param nouns how many nouns stand before it
  void saidBehind(int nouns) {
    behind = nouns;
  }

  /// Whether it is said of that noun.
  ///
  /// @param noun which one, from 1
  /// @param nouns how many there are
  boolean covers(int noun, int nouns) {
    if (behind == UNSAID || nouns == 1) {
      return true;
    }
    return switch (joint) {
      // "Pâtes véganes poulet"
      case HEAD_FIRST -> noun == Math.max(behind, 1);
      // "Vegane Nudeln Huhn", but "Nudeln mit Huhn vegan"
      case APART -> behind == nouns || noun == behind + 1;
      case HEAD_LAST, ONE_WORD, STATED -> behind == 0 || behind == nouns;
    };
  }
}
