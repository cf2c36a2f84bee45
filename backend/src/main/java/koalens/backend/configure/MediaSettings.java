package koalens.backend.configure;

import java.time.Duration;
import koalens.backend.reading.ReadingLimits;

/// How photos and films are taken in and read.
///
/// @param bytes largest photo or film
/// @param heldBytes how large the bodies in memory may be together
/// @param arrival longest wait for one to arrive
/// @param silence longest wait for a part of it, at most as long
/// @param readings how many are read at once
/// @param waiting how many may wait for a reader
/// @param reading how much one reader takes on
public record MediaSettings(
    int bytes,
    int heldBytes,
    Duration arrival,
    Duration silence,
    int readings,
    int waiting,
    ReadingLimits reading) {
  /// Nothing is silent for longer than it takes.
  public MediaSettings {
    silence = silence.compareTo(arrival) < 0 ? silence : arrival;
  }
}
