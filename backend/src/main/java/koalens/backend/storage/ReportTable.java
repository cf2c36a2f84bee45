package koalens.backend.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import koalens.backend.analysis.AnalysisIds;
import koalens.backend.people.Person;
import koalens.backend.people.Report;
import koalens.backend.people.ReportStore;
import koalens.engine.knowledge.Status;
import org.jdbi.v3.core.statement.Query;

/// The SQL on the table `report`. Thread-safe.
public final class ReportTable implements ReportStore {
  private static final int PIECE = 500;

  private final Sql sql;

  /// Reports in the database.
  public ReportTable(Database database) {
    this.sql = database.sql();
  }

  @Override
  public void add(Report report) {
    sql.change(handle ->
        handle
            .createUpdate(
                """
                insert into report (id, reported_at, person, analysis_id, ingredient, given,
                  expected, language, label_text, feedback)
                values (:id, :at, :person, :analysis, :ingredient, :given, :expected, :language,
                  :text, :feedback)
                """)
            .bind("id", report.id())
            .bind("at", report.at().toEpochMilli())
            .bind("person", report.person().map(Person::id).orElse(null))
            .bind("analysis", report.analysisId().orElse(null))
            .bind("ingredient", Sql.storable(report.ingredient()))
            .bind("given", report.given().map(Status::word).orElse(null))
            .bind("expected", report.expected().map(Status::word).orElse(null))
            .bind("language", report.language())
            .bind("text", Sql.storable(report.text()))
            .bind("feedback", Sql.storable(report.feedback()))
            .execute());
  }

  @Override
  public List<Report> list(Optional<String> before, int limit) {
    if (!before.map(AnalysisIds::isId).orElse(true)) {
      return List.of();
    }
    String after = before.isEmpty() ? "" : " where id < :before";
    return sql.ask(handle -> {
      Query page =
          handle.createQuery("select * from report" + after + " order by id desc limit :limit");
      before.ifPresent(id -> page.bind("before", id));
      return page.bind("limit", limit).map((row, _) -> report(row)).list();
    });
  }

  @Override
  public void forEach(Consumer<Report> taker) {
    sql.askForMany(handle -> {
      var all = handle.createQuery("select * from report order by id").setFetchSize(PIECE);
      try (Stream<Report> reports = all.map((row, _) -> report(row)).stream()) {
        reports.forEach(taker);
      }
      return true;
    });
  }

  @Override
  public void forEach(Person person, Consumer<Report> taker) {
    sql.ask(handle ->
            handle
                .createQuery("select * from report where person = :person order by id")
                .bind("person", person.id())
                .map((row, _) -> report(row))
                .list())
        .forEach(taker);
  }

  private static Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getString("id"),
        Instant.ofEpochMilli(row.getLong("reported_at")),
        Optional.ofNullable(row.getString("person")).map(Person::new),
        Optional.ofNullable(row.getString("analysis_id")),
        row.getString("ingredient"),
        Optional.ofNullable(row.getString("given")).map(Status::named),
        Optional.ofNullable(row.getString("expected")).map(Status::named),
        row.getString("language"),
        row.getString("label_text"),
        row.getString("feedback"));
  }
}
