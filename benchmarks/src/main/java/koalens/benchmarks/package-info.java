/// How fast it is, measured so that anyone can measure it again. Never shipped.
///
/// Start at [koalens.benchmarks.EngineBenchmark]; `benchmarks/README.md` says how to run each.
@NullMarked
package koalens.benchmarks;

import org.jspecify.annotations.NullMarked;
