package koalens.emulator.scenario;

import java.time.Duration;

/// A time in which every call fails.
///
/// @param from begins so long after the start of the emulator
/// @param length lasts so long
/// @param fault what every call gets
public record Outage(Duration from, Duration length, Fault fault) {
  boolean holds(Duration now) {
    return now.compareTo(from) >= 0 && now.compareTo(from.plus(length)) < 0;
  }
}
