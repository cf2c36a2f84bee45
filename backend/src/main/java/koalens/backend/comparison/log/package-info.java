/// Reads the AI request log, as it comes: any size, any order, any wrapping.
///
/// Start at [koalens.backend.comparison.log.LogReader]. The lines *AI Request* and *AI Response* of
/// an analysis become one [koalens.backend.comparison.log.Call] for each provider that was asked,
/// with its time, cost, outcome and verdict; what is no such line is counted in
/// [koalens.backend.comparison.log.Intake]. Memory grows with the number of calls, never with the
/// length of the log or of a line.
@NullMarked
package koalens.backend.comparison.log;

import org.jspecify.annotations.NullMarked;
