package koalens.backend.analysis;

import java.util.Optional;

/// A ledger that keeps nothing: for answers a person at a terminal reads and forgets.
final class UnkeptLedger implements AnalysisLedger {
  @Override
  public void append(Analysis analysis, AnalysisRequest request) {}

  @Override
  public Optional<StoredAnalysis> find(String id) {
    return Optional.empty();
  }

  @Override
  public long count() {
    return 0;
  }
}
