/// The tests and intervals that a comparison of two providers rests on.
///
/// Start at [koalens.backend.experiment.statistics.PairedProportions] for the same items sent to
/// both, at [koalens.backend.experiment.statistics.ProportionDifference] and
/// [koalens.backend.experiment.statistics.Estimate] for two groups, and at
/// [koalens.backend.experiment.statistics.BettingSequence],
/// [koalens.backend.experiment.statistics.AsymptoticSequence] and
/// [koalens.backend.experiment.statistics.QuantileRatio] for answers that stay valid however often
/// one looks. The counts *86 right only by the first, 150 only by the second, of 1,600* become the
/// difference −0.040 and the exact p-value 0.000037. Distributions come from Apache Commons
/// Statistics; each method here is checked against published numbers in `StatisticsOraclesTest`.
/// Knows the JDK and Apache Commons only.
@NullMarked
package koalens.backend.experiment.statistics;

import org.jspecify.annotations.NullMarked;
