package koalens.backend.analysis;

import java.time.Duration;

/// How much of what the engine said of labels is kept in memory.
///
/// @param bytes how much memory it may take together, roughly; 0 for none
/// @param life how long a label is kept at most
public record KnownLabelOptions(long bytes, Duration life) {
  /// Keeps nothing.
  public static final KnownLabelOptions NONE = new KnownLabelOptions(0, Duration.ZERO);
}
