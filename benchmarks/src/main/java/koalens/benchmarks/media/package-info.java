/// Makes photos and films of labels with known texts, to measure how well they are read.
///
/// Start at [koalens.benchmarks.media.MakeMedia]: it draws labels in many fonts and languages,
/// bends and lights them, photographs and films them by a camera that shakes and blurs, and writes
/// each picture beside its true text. The same seed makes the same media.
@NullMarked
package koalens.benchmarks.media;

import org.jspecify.annotations.NullMarked;
