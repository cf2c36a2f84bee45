package koalens.backend.people;

import java.time.Duration;

/// How many requests somebody may still make in this period.
///
/// @param granted whether the one that was asked for is among them
/// @param remaining how many more
/// @param limit how many there are
/// @param resetsIn when there are that many again
public record Rate(boolean granted, long remaining, long limit, Duration resetsIn) {}
