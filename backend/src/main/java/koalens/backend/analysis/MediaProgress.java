package koalens.backend.analysis;

import koalens.backend.reading.SeenMedium;

/// Hears how far the analysis of a photo or film is, on the thread that asked for it.
@FunctionalInterface
public interface MediaProgress {
  /// Hears nothing.
  MediaProgress NONE = _ -> {};

  /// Something was reached.
  void at(Step step);

  /// How far it is.
  sealed interface Step {
    /// The medium is here and waits for its turn.
    ///
    /// @param ahead how many are before it, those being read included
    record Waiting(int ahead) implements Step {}

    /// The photo, or the chosen frames of the film, are about to be read.
    record Looking(SeenMedium medium) implements Step {}

    /// It is being read.
    ///
    /// @param done lines or frames that are read
    /// @param of how many there are, as far as is known
    record Reading(int done, int of) implements Step {}

    /// It is read and is being judged.
    record Judging() implements Step {}
  }
}
