package koalens.backend.comparison.log;

/// What a log says.
///
/// @param calls the calls in the order in which they began
/// @param intake what was read, and what was not used
public record Log(Calls calls, Intake intake) {}
