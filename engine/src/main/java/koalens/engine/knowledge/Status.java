package koalens.engine.knowledge;

import java.util.Locale;

/// Whether something is vegan.
public enum Status {
  /// Never from an animal.
  VEGAN("vegan"),
  /// Both kinds are on the market, and the label does not say which.
  MAYBE_VEGAN("maybe-vegan"),
  /// From an animal.
  NON_VEGAN("non-vegan"),
  /// Not known to the engine: never shown as vegan.
  UNKNOWN("unknown");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /// The word used over HTTP, on the command line and in data sets.
  public String word() {
    return word;
  }

  /// The status named by the word, with `maybe` for [#MAYBE_VEGAN].
  ///
  /// @throws IllegalArgumentException when no status is named so
  public static Status named(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "vegan" -> VEGAN;
      case "maybe", "maybe-vegan" -> MAYBE_VEGAN;
      case "non-vegan" -> NON_VEGAN;
      case "unknown" -> UNKNOWN;
      default ->
          throw new IllegalArgumentException(
              "no status '" + word + "': use vegan, maybe, non-vegan or unknown");
    };
  }
}
