package koalens.engine.parsing;

/// What begins where the reading stands: a sentence, a line, the list. Not thread-safe; used for
/// one label.
final class Standing {
  private boolean sentence = true;
  private boolean line;
  private boolean list;

  /// Whether a sentence, or a line that may open one, begins here.
  boolean atSentence() {
    return sentence;
  }

  /// Whether only a line begins here: within a list that begins no sentence, unless it says so with
  /// a capital.
  boolean atLineOnly() {
    return line;
  }

  /// Whether the heading of the list stands right before: "Ingrédients : préparation de fraises,
  /// sucre" has no directions yet.
  boolean atList() {
    return list;
  }

  void afterWord() {
    sentence = false;
    line = false;
    list = false;
  }

  /// Behind a number, a separator or a bracket no sentence begins, but a line may.
  void inSentence() {
    sentence = false;
  }

  void afterSentence() {
    sentence = true;
    line = false;
  }

  /// @param separates whether each line is an ingredient of its own
  void afterLine(boolean separates) {
    line = !separates && !sentence;
    sentence = true;
  }

  void afterPhrase(boolean listHeading) {
    sentence = listHeading;
    line = false;
    list = listHeading;
  }
}
