/// How fast `koalens compare` is, beside the pipeline of grep, jq and a script that it replaces.
///
/// Start at [koalens.benchmarks.compare.CompareSpeed].
@NullMarked
package koalens.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
