package koalens.backend.experiment;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Which variant was decided on for one request, and how.
///
/// @param experiment the experiment it belongs to; empty outside experiments
/// @param variant the name of the variant
/// @param kind how it was decided; only what is sticky or random may be compared as an experiment
/// @param bucket where in the range from 0 to 1 it fell, when it was drawn or hashed
public record Assignment(
    Optional<Experiment> experiment, String variant, Kind kind, OptionalDouble bucket) {

  /// How a variant was decided.
  public enum Kind {
    /// No experiment: the settings name it.
    CONFIGURED("none"),
    /// The request names it.
    FORCED("forced"),
    /// By the hash of the user: the same every time.
    STICKY("sticky"),
    /// Drawn for this request, which names no user.
    RANDOM("random");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// The word used in answers and logs.
    public String word() {
      return word;
    }
  }

  /// The variant the settings name, outside any experiment.
  public static Assignment configured(String variant) {
    return new Assignment(Optional.empty(), variant, Kind.CONFIGURED, OptionalDouble.empty());
  }

  /// The variant a request names, outside any experiment.
  public static Assignment forced(String variant) {
    return new Assignment(
        Optional.empty(), variant.toLowerCase(Locale.ROOT), Kind.FORCED, OptionalDouble.empty());
  }
}
