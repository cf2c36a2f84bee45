package koalens.backend.analysis.advice;

import java.util.regex.Pattern;
import koalens.engine.knowledge.Status;

/// What a provider says of one ingredient.
///
/// @param status whether it is vegan
/// @param reason why, as one short line in the language asked for; may be empty
public record Opinion(Status status, String reason) {
  private static final int LONGEST_REASON = 200;
  private static final Pattern SPACES = Pattern.compile(" +");

  /// The same, with a reason that is fit to be shown: one line, no marks that change how text runs.
  static Opinion of(Status status, String reason) {
    return new Opinion(status, line(reason));
  }

  private static String line(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .filter(c -> !isInvisible(c))
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
        .limit(LONGEST_REASON)
        .forEach(line::appendCodePoint);
    return SPACES.matcher(line).replaceAll(" ").strip();
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.FORMAT || type == Character.SURROGATE || type == Character.PRIVATE_USE;
  }

  /// Of two on the same ingredient the more cautious one.
  Opinion orWorse(Opinion other) {
    return caution(other.status) > caution(status) ? other : this;
  }

  private static int caution(Status status) {
    return switch (status) {
      case VEGAN -> 0;
      case UNKNOWN -> 1;
      case MAYBE_VEGAN -> 2;
      case NON_VEGAN -> 3;
    };
  }
}
