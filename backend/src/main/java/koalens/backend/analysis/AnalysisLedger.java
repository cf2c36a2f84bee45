package koalens.backend.analysis;

import java.util.Optional;

/// The record of every analysis. Thread-safe.
public interface AnalysisLedger {

  /// Keeps an analysis. When this returns, the analysis outlives the process.
  ///
  /// @throws LedgerException when it could not be kept
  void append(Analysis analysis, AnalysisRequest request);

  /// The analysis with the id, if it was kept.
  ///
  /// @throws LedgerException when the ledger cannot be read
  Optional<StoredAnalysis> find(String id);

  /// How many analyses are kept.
  ///
  /// @throws LedgerException when the ledger cannot be read
  long count();
}
