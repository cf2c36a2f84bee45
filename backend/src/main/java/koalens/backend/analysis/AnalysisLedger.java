package koalens.backend.analysis;

import java.util.Optional;

/// The record of every analysis. Thread-safe.
public interface AnalysisLedger {

  /// Keeps an analysis. When this returns, the analysis outlives the process; whether it outlives
  /// the loss of power too is the ledger's to say.
  ///
  /// @throws LedgerException when it could not be kept
  void append(Analysis analysis, AnalysisRequest request);

  /// The analysis with the id, if it was kept before this was called.
  ///
  /// @throws LedgerException when the ledger cannot be read
  Optional<StoredAnalysis> find(String id);

  /// How many analyses were kept before this was called.
  ///
  /// @throws LedgerException when the ledger cannot be read
  long count();
}
