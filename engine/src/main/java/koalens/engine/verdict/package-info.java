/// Puts parsing and knowledge together: label text in, verdict with its evidence out.
///
/// Start at [koalens.engine.verdict.LabelEngine]. `"Havremjölk, socker, vassle"` becomes
/// *non-vegan*, with the evidence *vassle: comes from milk* and its place in the text.
/// [koalens.engine.verdict.Composition] says what words mean together,
/// [koalens.engine.verdict.Judging] what parts mean for the whole. Knows the engine only.
@NullMarked
package koalens.engine.verdict;

import org.jspecify.annotations.NullMarked;
