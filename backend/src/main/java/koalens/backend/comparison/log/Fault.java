package koalens.backend.comparison.log;

/// Something in a log that could not be used.
///
/// @param file where it stands
/// @param line its line, counted from 1
/// @param kind what is the matter
public record Fault(String file, long line, Kind kind) {
  /// What is the matter with a line.
  public enum Kind {
    /// No JSON object.
    FOREIGN("not a line of JSON"),
    /// An object without its end.
    TRUNCATED("cut off"),
    /// Seen before.
    DUPLICATE("seen before"),
    /// Too long to be read.
    TOO_LONG("longer than a line may be"),
    /// A duration, a count or a cost that cannot be.
    ABSURD("a number that cannot be"),
    /// Written before what it tells of began.
    CLOCK_BACK("written before it began: the clock went backwards"),
    /// Neither of the two.
    OTHER_PROVIDER("of no provider that is compared");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// In words.
    public String words() {
      return words;
    }
  }
}
