package koalens.backend.analysis;

import java.time.Instant;
import java.util.Optional;
import koalens.engine.knowledge.Status;

/// An analysis as the ledger keeps it.
///
/// @param id the id of the analysis
/// @param at when it was asked, to the millisecond
/// @param userId what the caller called itself, when it did
/// @param status the verdict
/// @param provider who answered
/// @param knowledge the version of the knowledge it rests on
/// @param requestId the request it answered
/// @param labelText the text that was judged
/// @param document the rest of the answer, as [AnalysisJson#kept(Analysis)] wrote it
public record StoredAnalysis(
    String id,
    Instant at,
    Optional<String> userId,
    Status status,
    String provider,
    String knowledge,
    String requestId,
    String labelText,
    String document) {}
