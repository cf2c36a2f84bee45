package koalens.backend.experiment.statistics;

/// A test on ranks.
///
/// @param statistic the rank sum or the count of wins
/// @param p how likely as much or more would be if nothing differed
public record RankTest(double statistic, double p) {}
