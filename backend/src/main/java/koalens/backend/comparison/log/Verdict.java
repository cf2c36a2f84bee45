package koalens.backend.comparison.log;

import java.util.List;

/// What was said of a label.
public enum Verdict {
  /// Vegan.
  VEGAN("vegan"),
  /// Not vegan.
  NON_VEGAN("non-vegan"),
  /// It cannot be told.
  MAYBE_VEGAN("maybe-vegan"),
  /// Something is not known.
  UNKNOWN("unknown"),
  /// Nothing was said.
  NONE("none");

  /// Those that are said.
  public static final List<Verdict> SAID = List.of(VEGAN, NON_VEGAN, MAYBE_VEGAN, UNKNOWN);

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /// The word in the log.
  public String word() {
    return word;
  }

  /// The verdict of a word; none for another word.
  public static Verdict of(String word) {
    return switch (word) {
      case "vegan", "true" -> VEGAN;
      case "non-vegan", "non_vegan", "not-vegan", "false" -> NON_VEGAN;
      case "maybe-vegan", "maybe_vegan", "maybe", "uncertain" -> MAYBE_VEGAN;
      case "unknown" -> UNKNOWN;
      default -> NONE;
    };
  }
}
