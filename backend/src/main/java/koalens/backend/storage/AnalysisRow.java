package koalens.backend.storage;

import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalysisJson;
import koalens.backend.analysis.AnalysisRequest;
import org.jspecify.annotations.Nullable;

/// One row of the table `analysis`.
record AnalysisRow(
    String id,
    long analyzedAt,
    Optional<String> userId,
    Optional<String> person,
    String status,
    String provider,
    String knowledge,
    String requestId,
    String labelText,
    String document) {

  static AnalysisRow of(Analysis analysis, AnalysisRequest request) {
    return new AnalysisRow(
        analysis.id(),
        analysis.at().toEpochMilli(),
        request.userId(),
        request.person(),
        analysis.status().word(),
        analysis.provenance().provider(),
        analysis.knowledge(),
        analysis.requestId(),
        request.input().labelText(),
        AnalysisJson.kept(analysis));
  }

  @Nullable String userIdOrNull() {
    return userId.orElse(null);
  }
}
