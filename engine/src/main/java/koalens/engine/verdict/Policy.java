package koalens.engine.verdict;

import java.util.Locale;
import koalens.engine.knowledge.ReasonCode;

/// Which doubts decide a verdict. A policy is a mask over the reason codes: it changes the verdict,
/// never the status or the reason of an ingredient, and never anything about what is from an
/// animal.
public enum Policy {
  /// Every doubt counts.
  STRICT,
  /// Overlooks what the law does not count as an ingredient, or what must be declared when it comes
  /// from an animal allergen: what a drink was cleared with, what sugar was filtered through, what
  /// carries a vitamin, and flavourings.
  PRAGMATIC;

  /// Whether a doubt for this reason decides a verdict.
  public boolean minds(ReasonCode code) {
    return switch (this) {
      case STRICT -> true;
      case PRAGMATIC ->
          switch (code) {
            case FINING, SUGAR_FILTERING, CARRIER, FLAVOURING -> false;
            default -> true;
          };
    };
  }

  /// The word used over HTTP and on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The policy named by the word.
  ///
  /// @throws IllegalArgumentException when no policy is named so
  public static Policy named(String word) {
    for (Policy policy : values()) {
      if (policy.word().equals(word)) {
        return policy;
      }
    }
    throw new IllegalArgumentException("no policy '" + word + "': use strict or pragmatic");
  }
}
