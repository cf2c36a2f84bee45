package koalens.backend.experiment.statistics;

/// A one-sided test of a difference against a margin.
///
/// @param z how many standard errors the difference lies from the margin
/// @param p how likely as much or more would be if the difference were the margin
public record ScoreTest(double z, double p) {}
