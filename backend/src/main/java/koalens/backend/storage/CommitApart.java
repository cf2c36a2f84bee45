package koalens.backend.storage;

import java.util.List;
import java.util.function.Consumer;
import koalens.backend.analysis.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings rows to the database, and passes over those it will never take, so that one of them holds
/// up neither the others nor the next start. Thread-safe.
final class CommitApart implements Consumer<List<AnalysisRow>> {
  private static final Logger LOG = LoggerFactory.getLogger(CommitApart.class);

  private final Consumer<List<AnalysisRow>> commit;

  /// @param commit brings all rows to the database or none; rows that are there already are as good
  CommitApart(Consumer<List<AnalysisRow>> commit) {
    this.commit = commit;
  }

  @Override
  public void accept(List<AnalysisRow> rows) {
    try {
      commit.accept(rows);
    } catch (LedgerException e) {
      if (!e.isRefusal()) {
        throw e;
      }
      acceptApart(rows, e);
    }
  }

  private void acceptApart(List<AnalysisRow> rows, LedgerException fault) {
    if (rows.size() > 1) {
      rows.forEach(row -> accept(List.of(row)));
    } else {
      LOG.atError().addKeyValue("analysis", rows.getFirst().id()).setCause(fault).log("lost");
    }
  }
}
