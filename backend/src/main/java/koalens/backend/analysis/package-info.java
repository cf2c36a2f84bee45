/// The use case: judge a label text, give the reasons in the caller's language, keep the answer.
///
/// Start at [koalens.backend.analysis.LabelAnalysis]. The request *Vatten, mjölk* becomes an
/// [koalens.backend.analysis.Analysis] with an id, the status *non-vegan*, the reason for each
/// ingredient and the sentence *Innehåller mjölk.*; it is in the
/// [koalens.backend.analysis.AnalysisLedger] before the caller sees it.
/// [koalens.backend.analysis.AnalysisJson] writes it as every door shows it. What the engine said
/// of a label lately is not made anew (KnownLabels). It asks
/// [koalens.backend.analysis.advice.Advisers] for what the engine cannot settle. Photos and films
/// go through [koalens.backend.analysis.MediaAnalysis], and past a provider beside it.
@NullMarked
package koalens.backend.analysis;

import org.jspecify.annotations.NullMarked;
