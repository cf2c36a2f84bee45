package koalens.backend.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import koalens.backend.analysis.StoredAnalysis;
import koalens.engine.knowledge.Status;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The SQL on the table `analysis`. Thread-safe.
final class AnalysisTable {
  private final Jdbi jdbi;

  AnalysisTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Inserts all rows in one transaction.
  void insert(List<AnalysisRow> rows) {
    jdbi.useTransaction(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into analysis (id, analyzed_at, user_id, status, provider, knowledge,
                request_id, label_text, document)
              values (:id, :analyzedAt, :userId, :status, :provider, :knowledge,
                :requestId, :labelText, :document)
              """);
      rows.forEach(row -> add(row, batch));
      batch.execute();
    });
  }

  private static void add(AnalysisRow row, PreparedBatch batch) {
    batch
        .bind("id", row.id())
        .bind("analyzedAt", row.analyzedAt())
        .bind("userId", row.userIdOrNull())
        .bind("status", row.status())
        .bind("provider", row.provider())
        .bind("knowledge", row.knowledge())
        .bind("requestId", row.requestId())
        .bind("labelText", row.labelText())
        .bind("document", row.document())
        .add();
  }

  Optional<StoredAnalysis> find(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, analyzed_at, user_id, status, label_text, document
                from analysis where id = :id
                """)
            .bind("id", id)
            .map((row, _) -> stored(row))
            .findOne());
  }

  private static StoredAnalysis stored(ResultSet row) throws SQLException {
    return new StoredAnalysis(
        row.getString("id"),
        Instant.ofEpochMilli(row.getLong("analyzed_at")),
        Optional.ofNullable(row.getString("user_id")),
        Status.named(row.getString("status")),
        row.getString("label_text"),
        row.getString("document"));
  }

  long count() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from analysis").mapTo(long.class).one());
  }

  /// Fails when the database cannot be asked.
  void probe() {
    jdbi.useHandle(
        handle -> handle.createQuery("select id from analysis limit 1").mapTo(String.class).list());
  }
}
