package koalens.emulator.scenario;

import java.time.Duration;
import java.util.Optional;

/// What is in store for one call.
///
/// @param id for the call's identifiers; letters and digits
/// @param latency time to the first byte
/// @param fault what goes wrong, if anything
/// @param accuracy how the model errs that answers
/// @param model what the answer says has served it; empty for the model asked for
/// @param dice for everything else that is drawn
public record Fate(
    String id,
    Duration latency,
    Optional<Fault> fault,
    Accuracy accuracy,
    Optional<String> model,
    Dice dice) {}
