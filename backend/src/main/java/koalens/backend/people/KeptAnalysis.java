package koalens.backend.people;

import koalens.backend.analysis.StoredAnalysis;

/// An analysis in somebody's history.
///
/// @param analysis the analysis itself
/// @param favourite whether the person wants to find it again
public record KeptAnalysis(StoredAnalysis analysis, boolean favourite) {}
