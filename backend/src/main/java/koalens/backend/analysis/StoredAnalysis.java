package koalens.backend.analysis;

import java.time.Instant;
import java.util.Optional;
import koalens.engine.knowledge.Status;

/// An analysis as the ledger keeps it.
///
/// @param id the id of the analysis
/// @param at when it was asked, to the millisecond
/// @param userId who asked, when said
/// @param status the verdict
/// @param labelText the text that was judged
/// @param document the rest of the answer, as [AnalysisJson#kept(Analysis)] wrote it
public record StoredAnalysis(
    String id,
    Instant at,
    Optional<String> userId,
    Status status,
    String labelText,
    String document) {}
