package koalens.backend.comparison;

import koalens.backend.comparison.log.Arm;

/// Whether a provider is no worse than the other by more than the margin.
///
/// @param modality where
/// @param metric by what
/// @param arm which provider
/// @param state how far the evidence goes
/// @param p of being worse by the margin or more; 1 when nothing is known
public record Gate(String modality, Metric metric, Arm arm, State state, double p) {
  /// How far the evidence goes.
  public enum State {
    /// Shown to be no worse.
    PASSED("passed"),
    /// Shown to be worse by more than the margin.
    FAILED("failed"),
    /// Neither is shown yet.
    OPEN("open"),
    /// The log says nothing of it.
    MISSING("no data");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /// In words.
    public String words() {
      return words;
    }
  }
}
