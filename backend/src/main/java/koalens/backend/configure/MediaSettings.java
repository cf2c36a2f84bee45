package koalens.backend.configure;

import java.time.Duration;
import koalens.backend.reading.ReadingLimits;

/// How photos and films are taken in and read.
///
/// @param bytes largest photo or film
/// @param heldBytes how large the bodies in memory may be together
/// @param arrival longest wait for one to arrive
/// @param readings how many are read at once
/// @param waiting how many may wait for a reader
/// @param reading how much one reader takes on
public record MediaSettings(
    int bytes, int heldBytes, Duration arrival, int readings, int waiting, ReadingLimits reading) {}
