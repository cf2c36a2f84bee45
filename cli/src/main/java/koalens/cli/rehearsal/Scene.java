package koalens.cli.rehearsal;

import java.time.Duration;
import java.util.List;

/// One scene of a rehearsal, as it went.
///
/// @param title what it shows
/// @param expected what should happen
/// @param happened what did
/// @param outcome whether that is the same
/// @param took how long it took
/// @param transcript the commands and all they printed
public record Scene(
    String title,
    String expected,
    String happened,
    Outcome outcome,
    Duration took,
    List<String> transcript) {

  /// How a scene ended.
  public enum Outcome {
    /// As expected.
    AS_EXPECTED,
    /// Otherwise.
    OTHERWISE,
    /// It could not be played on this machine, which is no fault.
    LEFT_OUT
  }

  /// Copies the list.
  public Scene {
    transcript = List.copyOf(transcript);
  }
}
