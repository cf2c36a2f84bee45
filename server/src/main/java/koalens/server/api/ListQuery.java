package koalens.server.api;

/// What the query of a route that answers with a list says: which entries, and how many.
final class ListQuery {
  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  private ListQuery() {}

  /// The words wanted; empty for all.
  ///
  /// @throws ProblemException when there are too many
  static String words(Call call) {
    String words = call.query("q").orElse("").strip();
    AnalysisFields.requireLength("q", words, LONGEST);
    return words;
  }

  /// How many are wanted.
  ///
  /// @throws ProblemException when it is no number, or too large
  static int limit(Call call) {
    String text = call.query("limit").orElse(Integer.toString(USUAL));
    if (!text.matches("[1-9][0-9]?|100")) {
      throw Problem.inField("limit", "limit must be a whole number from 1 to " + MOST).exception();
    }
    return Integer.parseInt(text);
  }
}
