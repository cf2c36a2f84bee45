/// From the AI request log to a decision between two providers.
///
/// Start at [koalens.backend.comparison.Comparison]. The lines of 4,000 analyses, half assigned to
/// each provider, become a [koalens.backend.comparison.Report]: is the experiment sound, how do the
/// providers differ in time, errors, verdicts and cost, which gates of the
/// [koalens.backend.comparison.Policy] does each pass, and with that *PROMOTE claude* or *KEEP
/// COLLECTING (about 1,500 more)*. Knows the statistics and the price book.
@NullMarked
package koalens.backend.comparison;

import org.jspecify.annotations.NullMarked;
