package koalens.emulator.scenario;

import java.time.Duration;

/// How bad the worst faults get.
///
/// @param hang how long a call hangs before its connection is closed
/// @param dripPause the pause after each byte of a slow drip
/// @param oversizedBytes how many bytes an oversized body has
public record Extremes(Duration hang, Duration dripPause, int oversizedBytes) {
  /// Two minutes, 50 ms, 64 MiB.
  public static final Extremes STANDARD =
      new Extremes(Duration.ofMinutes(2), Duration.ofMillis(50), 64 << 20);
}
