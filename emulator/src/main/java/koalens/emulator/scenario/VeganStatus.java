package koalens.emulator.scenario;

import java.util.Locale;
import java.util.Optional;

/// What can be said of an ingredient.
public enum VeganStatus {
  /// It is vegan.
  VEGAN("vegan"),
  /// It is not.
  NON_VEGAN("non-vegan"),
  /// It may be either.
  MAYBE_VEGAN("maybe-vegan"),
  /// Nobody knows.
  UNKNOWN("unknown");

  private final String word;

  VeganStatus(String word) {
    this.word = word;
  }

  /// The word for it in answers and scenario files.
  public String word() {
    return word;
  }

  /// The status that a word of a schema or a file means, however it is written.
  public static Optional<VeganStatus> find(String text) {
    return switch (text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) {
      case "vegan" -> Optional.of(VEGAN);
      case "nonvegan", "notvegan" -> Optional.of(NON_VEGAN);
      case "maybevegan", "maybe", "uncertain", "ambiguous" -> Optional.of(MAYBE_VEGAN);
      case "unknown", "unsure", "unrecognised", "unrecognized" -> Optional.of(UNKNOWN);
      default -> Optional.empty();
    };
  }
}
