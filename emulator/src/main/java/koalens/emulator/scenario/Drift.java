package koalens.emulator.scenario;

import java.time.Duration;

/// From some time on, another version of the model answers than the one asked for.
///
/// @param from begins so long after the start of the emulator
/// @param model what answers say has served them
/// @param accuracy how that version errs
public record Drift(Duration from, String model, Accuracy accuracy) {}
